import { connect } from '/pq/pullquote.js';

/** What WordPress says of this page: its reader, and whether every member can read comments. */
const { reader, nonce, rest, open } = JSON.parse(document.querySelector('meta[name="pullquote"]').content);

async function ask(path, init = {}) {
  const answer = await fetch(new URL(path, rest), {
    ...init,
    headers: { 'content-type': 'application/json', 'x-wp-nonce': nonce, ...init.headers },
  });
  if (!answer.ok) throw new Error(`WordPress answered ${answer.status}.`);
  return answer.json();
}

/** Posts that can be commented on. */
async function destinations(query) {
  const posts = await ask(
    `wp/v2/posts?per_page=20&_fields=id,title,link,comment_status&search=${encodeURIComponent(query)}`,
  );
  return posts
    .filter(({ comment_status }) => comment_status === 'open')
    .map(({ id, title, link }) => ({
      id: String(id),
      label: new DOMParser().parseFromString(title.rendered, 'text/html').body.textContent,
      url: link,
      ...(open ? { visibility: 'members' } : {}),
    }));
}

connect({ reader, destinations });
document.addEventListener('pq-share', (event) =>
  event.respondWith(
    ask('wp/v2/comments', {
      method: 'POST',
      body: JSON.stringify({ post: Number(event.destination.id), content: event.compose('html') }),
    }).then(() => event.destination),
  ),
);

/** A publisher's page has led here, with the item in the fragment: the share button takes it from there. */
if (location.hash.startsWith('#pq-share=')) document.body.prepend(document.createElement('pq-share'));
