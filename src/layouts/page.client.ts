/** What scripts add to every page, as one file; without them all of it can be read, followed and printed. */
import '../client/cite/offer.client.ts';
import '../client/my-file/add.client.ts';
import '../offline/keep/notice.client.ts';
import '../client/reading/contents.client.ts';
import '../client/reading/explain.client.ts';
import '../client/reading/paragraph.client.ts';
import '../client/reading/preview.client.ts';
import '../client/reading/print.client.ts';
import '../client/reading/view.client.ts';
import '../client/search/search-box.client.ts';
