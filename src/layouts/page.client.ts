/** What scripts add to every page, as one file; without them all of it can be read, followed and printed. */
import '../cite/offer.client.ts';
import '../my-file/add.client.ts';
import '../offline/keep/notice.client.ts';
import '../reading/contents.client.ts';
import '../reading/explain.client.ts';
import '../reading/paragraph.client.ts';
import '../reading/preview.client.ts';
import '../reading/print.client.ts';
import '../reading/view.client.ts';
import '../search/search-box.client.ts';
