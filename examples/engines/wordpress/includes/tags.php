<?php
/** What a stored marker is made of, for the lists by which WordPress and its forums clean what members write. */

/** A list of allowed tags with those of a marker in it. Nothing that is allowed already is taken away, but our own elements are. */
function pullquote_marker_tags( array $tags ): array {
	foreach ( array( 'blockquote', 'p', 'strong', 'a' ) as $tag ) {
		$tags[ $tag ] = isset( $tags[ $tag ] ) && is_array( $tags[ $tag ] ) ? $tags[ $tag ] : array();
	}
	$tags['a']['href'] = true;
	// Only the page's script makes these.
	foreach ( array_keys( $tags ) as $tag ) {
		if ( str_starts_with( strtolower( $tag ), 'pq-' ) ) {
			unset( $tags[ $tag ] );
		}
	}
	return $tags;
}

/** Comments have a list of their own, without paragraphs: the lines of a label would run into one. */
function pullquote_comment_tags( $tags, $context ) {
	return 'pre_comment_content' === $context && is_array( $tags ) ? pullquote_marker_tags( $tags ) : $tags;
}
