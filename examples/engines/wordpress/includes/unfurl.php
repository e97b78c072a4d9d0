<?php
/** An item's address → its whole label, from the sidecar's catalogue. The publisher is never asked. */

/** The shortcode [pullquote item="https://publisher.example/item"], and the block. */
function pullquote_shortcode( $attributes ): string {
	$item = (string) ( $attributes['item'] ?? '' );
	if ( 1 !== preg_match( '~^' . PULLQUOTE_SECURE . '/[!-\~]*$~i', $item ) ) {
		return '';
	}
	$html = pullquote_unfurl( $item );
	if ( '' !== $html ) {
		// Ours alone, but it came over a network: it passes the same list as what members write.
		return wp_kses( $html, pullquote_marker_tags( array() ) );
	}
	return sprintf( '<p><a href="%1$s" rel="nofollow noopener noreferrer">%2$s</a></p>', esc_url( $item ), esc_html( $item ) );
}

/** HTML of the marker; an empty text where the item is unknown, can't be shared now, or the sidecar is away. */
function pullquote_unfurl( string $item ): string {
	$hcp   = pullquote_is_verified( wp_get_current_user() );
	$cache = 'pullquote_' . md5( $item . ( $hcp ? '#1' : '#0' ) );
	$known = get_transient( $cache );
	if ( is_string( $known ) ) {
		return $known;
	}
	$address  = pullquote_sidecar() . '/pq/unfurl?url=' . rawurlencode( $item ) . '&hcp=' . ( $hcp ? '1' : '0' );
	$response = wp_remote_get(
		$address,
		array(
			'timeout'             => 3,
			'redirection'         => 0,
			'limit_response_size' => 262144,
			'headers'             => array( 'Authorization' => 'Bearer ' . pullquote_server_key() ),
		)
	);
	if ( is_wp_error( $response ) ) {
		return '';
	}
	$body = json_decode( (string) wp_remote_retrieve_body( $response ), true );
	$html = 200 === wp_remote_retrieve_response_code( $response ) ? (string) ( $body['renderings']['html'] ?? '' ) : '';
	// A recall must not wait for long; cards learn of it by themselves.
	set_transient( $cache, $html, 5 * 60 );
	return $html;
}

/** WordPress asks its own /pq/oembed as the site that it is. */
function pullquote_oembed_args( $args, $url ) {
	if ( str_starts_with( (string) $url, home_url( '/pq/oembed' ) ) && '' !== pullquote_server_key() ) {
		$args['headers']['Authorization'] = 'Bearer ' . pullquote_server_key();
	}
	return $args;
}
