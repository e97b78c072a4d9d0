<?php
/** WordPress as far as the plugin asks of it, for `php -S` and for the command line. */
define( 'ABSPATH', '/' );
define( 'PULLQUOTE_SECRET', getenv( 'PQ_SECRET' ) );
define( 'PULLQUOTE_SERVER_KEY', getenv( 'PQ_KEY' ) );
define( 'PULLQUOTE_SIDECAR', getenv( 'PQ_SIDECAR' ) );

$hooks  = array();
$called = array();
function hook( $name, $callback, $priority = 10 ) { global $hooks; $hooks[ $name ][ $priority ][] = $callback; }
function add_action( ...$args ) { hook( ...array_slice( $args, 0, 3 ) ); }
function add_filter( ...$args ) { hook( ...array_slice( $args, 0, 3 ) ); }
function fire( $name, $value = null, ...$rest ) {
	global $hooks;
	$all = $hooks[ $name ] ?? array();
	ksort( $all );
	foreach ( array_merge( array(), ...array_values( $all ) ) as $callback ) {
		$value = $callback( ...( null === $value ? array() : array( $value, ...$rest ) ) );
	}
	return $value;
}
function note( $name, ...$args ) { global $called; $called[ $name ][] = $args; }
function add_shortcode( ...$args ) { note( 'add_shortcode', ...$args ); }
function register_block_type( ...$args ) { note( 'register_block_type', ...$args ); }
function wp_oembed_add_provider( ...$args ) { note( 'wp_oembed_add_provider', ...$args ); }
function home_url( $path = '' ) { return getenv( 'PQ_HOME' ) . $path; }
function get_option( $name, $default = false ) {
	return array( 'pullquote_role' => 'verified_hcp', 'pullquote_publishers' => "https://publisher.example\nhttp://plain.example\nhttp://127.0.0.1:4804\nhttp://127.0.0.1.example\nhttps://a.example/path\n*" )[ $name ] ?? $default;
}
function current_uid() { return (int) ( $_COOKIE['uid'] ?? 0 ); }
function is_user_logged_in() { return current_uid() > 0; }
function wp_get_current_user() { return (object) array( 'ID' => current_uid(), 'roles' => current_uid() === 7 ? array( 'verified_hcp' ) : array() ); }
function current_user_can( $what ) { return 1 === current_uid() && 'moderate_comments' === $what; }
function status_header( $code ) { http_response_code( $code ); }
function get_transient( $name ) { return false; }
function set_transient( $name, $value, $seconds ) { note( 'set_transient', $seconds ); }
function esc_url( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
/** Enough of wp_kses: strips what is not on the list. */
function wp_kses( $html, $tags ) { return strip_tags( $html, array_keys( $tags ) ); }
/** Comments and posts as the test lays them down: { "comments": { "3": { "user_id": …, "comment_approved": … } }, "posts": {} }. */
function kept( $kind, $id ) { return json_decode( getenv( 'PQ_KEPT' ) ?: '{}' )->$kind->{ $id } ?? null; }
function get_comment( $one ) { return is_object( $one ) ? $one : kept( 'comments', $one ); }
function get_post( $one ) { return is_object( $one ) ? $one : kept( 'posts', $one ); }
/** `all` means approved and waiting: what is trash or spam is not in it. */
function get_comments( $query ) {
	$all = array_values( (array) ( json_decode( getenv( 'PQ_KEPT' ) ?: '{}' )->comments ?? array() ) );
	return array_filter( $all, fn( $one ) => $one->comment_post_ID === $query['post_id'] && in_array( $one->comment_approved, array( '0', '1' ), true ) );
}
function wp_json_encode( $value ) { return json_encode( $value ); }
function wp_schedule_single_event( $when, $hook, $args ) { note( 'wp_schedule_single_event', $when - time(), $hook, $args ); }
function wp_remote_post( $url, $args ) { return wp_remote_request( $url, $args + array( 'method' => 'POST' ) ); }
function is_wp_error( $answer ) { return null === $answer; }
function wp_remote_get( $url, $args ) { return wp_remote_request( $url, $args + array( 'method' => 'GET', 'body' => '' ) ); }
function wp_remote_request( $url, $args ) {
	$lines = array();
	foreach ( $args['headers'] as $name => $value ) {
		$lines[] = $name . ': ' . $value;
	}
	$http = array( 'method' => $args['method'], 'header' => $lines, 'content' => $args['body'], 'ignore_errors' => true, 'follow_location' => 0, 'timeout' => 5 );
	$body = @file_get_contents( $url, false, stream_context_create( array( 'http' => $http ) ) );
	if ( false === $body ) {
		return null;
	}
	$headers = array();
	foreach ( array_slice( $http_response_header, 1 ) as $line ) {
		list( $name, $value ) = explode( ':', $line, 2 );
		$headers[ $name ]     = trim( $value );
	}
	return array( 'body' => $body, 'code' => (int) explode( ' ', $http_response_header[0] )[1], 'headers' => $headers );
}
function wp_remote_retrieve_body( $answer ) { return $answer['body']; }
function wp_remote_retrieve_response_code( $answer ) { return $answer['code']; }
function wp_remote_retrieve_headers( $answer ) { return $answer['headers']; }

require dirname( __DIR__, 2 ) . '/examples/engines/wordpress/pullquote.php';
if ( 'cli-server' === PHP_SAPI ) {
	fire( 'init' );
	echo 'a page of WordPress';
}
