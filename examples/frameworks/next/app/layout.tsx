import type { ReactNode } from 'react';

export const metadata = { title: 'Statins and macrolides · Grand Round' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <link rel="pullquote" href="/pq/community.json" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/thread.css" />
      </head>
      <body>{children}</body>
    </html>
  );
}
