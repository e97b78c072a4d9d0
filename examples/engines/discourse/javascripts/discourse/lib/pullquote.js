/** Topics from Discourse's search, as destinations of a share. A category that is not named as open makes the share private. */
export function toDestinations({ topics = [] }, openCategories) {
  return topics
    .filter(({ closed, archived }) => !closed && !archived)
    .map(({ id, slug, title, category_id }) => ({
      id: String(id),
      label: title,
      url: `/t/${slug}/${id}`,
      ...(openCategories.includes(category_id) ? { visibility: 'members' } : {}),
    }));
}

/** What a list setting of categories holds: numbers with | between them. */
export function categoryIds(setting) {
  return String(setting ?? '')
    .split('|')
    .filter((id) => id !== '')
    .map(Number);
}

/** What the page may say of its reader; undefined lets the community's own word hold. */
export function readerOf(user, verifiedGroup) {
  if (!user) return { hcp: false };
  return { hcp: (user.groups ?? []).some(({ name }) => name === verifiedGroup) };
}

/** HTML as a block of its own in Markdown: an empty line would end it (CommonMark 4.6, kind 6). */
export function asRaw(html) {
  return html.replace(/\n{2,}/g, '\n').trim();
}
