/** What scripts add to every page; without them all of it can be read, followed and printed. */
import './contents.client.ts';
import './explain.client.ts';
import './paragraph.client.ts';
import './preview.client.ts';
import './print.client.ts';
import './view.client.ts';
