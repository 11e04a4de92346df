export default function (eleventy) {
  eleventy.setUseGitIgnore(false);
  return { dir: { input: 'content', includes: '../_includes', output: 'public' }, markdownTemplateEngine: false };
}
