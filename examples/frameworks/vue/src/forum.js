async function json(url, init) {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export const readThread = () => json('/api/thread');
export const findDiscussions = (words) => json(`/api/discussions?q=${encodeURIComponent(words)}`);
export const post = (destination, html) =>
  json('/api/posts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ destination, html }),
  });
