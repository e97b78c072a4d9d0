import '@pullquote/elements/define';
import { connect, upgrade } from '@pullquote/elements';
import { createApp } from 'vue';
import Discussion from './Discussion.vue';
import { findDiscussions, readThread } from './forum.js';

connect({ room: { specialty: 'cardiology' }, destinations: findDiscussions });
createApp(Discussion, { first: await readThread() }).mount('#app');
// Stored posts become cards, now and whenever Vue adds more.
upgrade();
