import { build } from 'esbuild';
import { CommandError } from '../lib/command.ts';
import { folderAddress } from './folder-address.ts';

/** A style sheet whose addresses work in a folder. @param path of the sheet, from the root */
export async function rewriteStyles(css: string, path: string, has: (path: string) => boolean): Promise<string> {
  if (!css.includes('url(') && !css.includes('@import')) return css;
  const { outputFiles } = await build({
    stdin: { contents: css, loader: 'css', sourcefile: path },
    bundle: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [
      {
        name: 'folder-addresses',
        setup({ onResolve }) {
          onResolve({ filter: /.*/ }, ({ path: address, kind }) => {
            if (kind === 'entry-point') return undefined;
            const found = folderAddress(address, path, has);
            if (found.kind === 'inside') return { path: found.address, external: true };
            if (found.kind === 'other') return { path: address, external: true };
            throw new CommandError(`${path}: the address ${address} leads to nothing in the folder.`);
          });
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}
