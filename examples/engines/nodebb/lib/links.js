'use strict';

const LINK = /https?:\/\/[^\s"'<>()[\]\\]+#pq=v[1-9]\d{0,6};h=[A-Za-z0-9_-]{22}(?:;[xdl]=[A-Za-z0-9-]{1,32})*/;

/** The item link of a stored post, in HTML or in Markdown; undefined where there is none. */
exports.linkIn = (content) => LINK.exec(String(content).replaceAll('&amp;', '&'))?.[0];
