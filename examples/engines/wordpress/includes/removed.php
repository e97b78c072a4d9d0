<?php
/** A comment or post that goes takes its event back, if its day has not left yet: the sidecar is told whose it was and which item it held. */

const PULLQUOTE_LINK = '~https?://[^\s"\'<>()\[\]\\\\]+#pq=v[1-9]\d{0,6};h=[A-Za-z0-9_-]{22}(?:;[xdl]=[A-Za-z0-9-]{1,32})*~';
/** Gone already, and told already: emptying the trash must not take another event of the same doctor back. */
const PULLQUOTE_GONE = array( 'trash', 'spam', 'post-trashed' );
/** Seconds until the sidecar is told again, if it could not be reached. */
const PULLQUOTE_WAITS = array( 60, 600, 3600 );

/** Trashed, marked as spam, or deleted at once: WordPress calls this before the comment changes. */
function pullquote_comment_goes( $id ) {
	$comment = get_comment( $id );
	// The column itself: what the helper functions make of it knows no comments of trashed posts.
	if ( $comment && ! in_array( $comment->comment_approved, PULLQUOTE_GONE, true ) ) {
		pullquote_gone( (int) $comment->user_id, (string) $comment->comment_content, (string) $comment->comment_date_gmt );
	}
}

/** A post of WordPress, or a topic or reply of bbPress. Its comments go with it, without a hook of their own. */
function pullquote_post_goes( $id ) {
	$post = get_post( $id );
	if ( ! $post || in_array( $post->post_status, PULLQUOTE_GONE, true ) ) {
		return;
	}
	pullquote_gone( (int) $post->post_author, (string) $post->post_content, (string) $post->post_date_gmt );
	foreach ( get_comments( array( 'post_id' => $post->ID, 'status' => 'all' ) ) as $comment ) {
		pullquote_comment_goes( $comment );
	}
}

/** @param string $date in UTC, as WordPress keeps it: 2026-11-22 09:30:00 */
function pullquote_gone( int $author, string $content, string $date ) {
	$found = preg_match( PULLQUOTE_LINK, str_replace( array( '&amp;', '&#038;' ), '&', $content ), $link );
	if ( $author > 0 && 1 === $found && '' !== pullquote_server_key() ) {
		pullquote_tell_removed( (string) $author, $link[0], substr( $date, 0, 10 ) );
	}
}

/** The post goes whether or not the sidecar hears of it. Where it is away, it is told again later. */
function pullquote_tell_removed( $member, $link, $day, $tries = 0 ) {
	$answer = wp_remote_post(
		pullquote_sidecar() . '/pq/removed',
		array(
			'timeout'     => 3,
			'redirection' => 0,
			'headers'     => array(
				'Authorization' => 'Bearer ' . pullquote_server_key(),
				'Content-Type'  => 'application/json',
			),
			'body'        => wp_json_encode( array( 'member' => $member, 'link' => $link, 'day' => $day ) ),
		)
	);
	$away = is_wp_error( $answer ) || wp_remote_retrieve_response_code( $answer ) >= 500;
	if ( $away && isset( PULLQUOTE_WAITS[ $tries ] ) ) {
		wp_schedule_single_event( time() + PULLQUOTE_WAITS[ $tries ], 'pullquote_tell_removed', array( $member, $link, $day, $tries + 1 ) );
	}
}
