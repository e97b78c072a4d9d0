<?php
/** The two paths that this plugin answers: who is signed in, and, where no web server does it, everything under /pq/. */

const PULLQUOTE_MOST_BYTES = 65536;

function pullquote_answer_own_paths() {
	$path = (string) parse_url( $_SERVER['REQUEST_URI'] ?? '', PHP_URL_PATH );
	if ( '/pullquote-member' === $path ) {
		pullquote_answer_member();
	}
	if ( str_starts_with( $path, '/pq/' ) ) {
		pullquote_answer_by_proxy();
	}
}

/** For the sidecar, which asks with the member's own cookie (`member.ask`). It tells a member's browser nothing that it may not know. */
function pullquote_answer_member() {
	$assertion = pullquote_assertion();
	header( 'Cache-Control: no-store' );
	if ( '' === $assertion ) {
		status_header( 401 );
		exit;
	}
	header( 'Pullquote-Member: ' . $assertion );
	status_header( 204 );
	exit;
}

/** For sites that can't set a rule in their web server. */
function pullquote_answer_by_proxy() {
	$body = file_get_contents( 'php://input', false, null, 0, PULLQUOTE_MOST_BYTES + 1 );
	if ( strlen( $body ) > PULLQUOTE_MOST_BYTES ) {
		status_header( 413 );
		exit;
	}
	$response = wp_remote_request(
		pullquote_sidecar() . $_SERVER['REQUEST_URI'],
		array(
			'method'      => $_SERVER['REQUEST_METHOD'],
			'headers'     => pullquote_proxy_headers( $_SERVER, pullquote_assertion() ),
			'body'        => $body,
			'timeout'     => 10,
			'redirection' => 0,
		)
	);
	if ( is_wp_error( $response ) ) {
		status_header( 503 );
		exit;
	}
	status_header( (int) wp_remote_retrieve_response_code( $response ) );
	foreach ( pullquote_answer_headers( wp_remote_retrieve_headers( $response ) ) as $name => $value ) {
		header( $name . ': ' . $value );
	}
	echo wp_remote_retrieve_body( $response ); // phpcs:ignore -- the sidecar's own answer, with its own type
	exit;
}

/**
 * What goes on to the sidecar: what it needs, and the site's own word on who asks. A header of that name from outside never does, nor
 * does a cookie, an address or a user agent.
 */
function pullquote_proxy_headers( array $server, string $assertion ): array {
	$headers = array();
	foreach ( array( 'Accept', 'Content-Type', 'If-None-Match', 'Origin', 'Sec-Fetch-Site', 'Sec-GPC', 'Authorization' ) as $name ) {
		$key   = strtoupper( str_replace( '-', '_', $name ) );
		$value = $server[ 'HTTP_' . $key ] ?? ( 'Content-Type' === $name ? ( $server['CONTENT_TYPE'] ?? null ) : null );
		if ( is_string( $value ) && 1 === preg_match( '/^[ -~]*$/', $value ) ) {
			$headers[ $name ] = $value;
		}
	}
	if ( '' !== $assertion ) {
		$headers['Pullquote-Member'] = $assertion;
	}
	return $headers;
}

/** What comes back: everything but what concerns this one connection. */
function pullquote_answer_headers( iterable $headers ): array {
	$answer = array();
	foreach ( $headers as $name => $value ) {
		if ( ! in_array( strtolower( $name ), array( 'connection', 'transfer-encoding', 'content-encoding', 'content-length', 'keep-alive', 'set-cookie' ), true ) ) {
			$answer[ $name ] = is_array( $value ) ? implode( ', ', $value ) : (string) $value;
		}
	}
	return $answer;
}
