<?php
/**
 * Plugin Name: Pullquote
 * Description: Share content items with their source on them. Needs the Pullquote sidecar.
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 8.1
 * License: Apache-2.0
 */

defined( 'ABSPATH' ) || exit;

require_once __DIR__ . '/includes/member.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/tags.php';
require_once __DIR__ . '/includes/unfurl.php';
require_once __DIR__ . '/includes/proxy.php';
require_once __DIR__ . '/includes/removed.php';

// Before anything prints: two paths that are no pages of WordPress.
add_action( 'init', 'pullquote_answer_own_paths', 1 );

add_action( 'init', 'pullquote_register' );
add_action( 'wp_enqueue_scripts', 'pullquote_enqueue' );
add_action( 'wp_head', 'pullquote_head' );
add_action( 'admin_menu', 'pullquote_admin_menu' );
add_action( 'admin_init', 'pullquote_register_settings' );

// Stored markers stay whole in comments, in bbPress and in BuddyPress.
add_filter( 'wp_kses_allowed_html', 'pullquote_comment_tags', 10, 2 );
add_filter( 'bbp_kses_allowed_tags', 'pullquote_marker_tags' );
add_filter( 'bp_activity_allowed_tags', 'pullquote_marker_tags' );

// Before a comment or post goes, while it can still be read.
foreach ( array( 'trash_comment', 'spam_comment', 'delete_comment' ) as $pullquote_hook ) {
	add_action( $pullquote_hook, 'pullquote_comment_goes' );
}
foreach ( array( 'wp_trash_post', 'before_delete_post', 'bbp_spam_topic', 'bbp_spam_reply' ) as $pullquote_hook ) {
	add_action( $pullquote_hook, 'pullquote_post_goes' );
}
add_action( 'pullquote_tell_removed', 'pullquote_tell_removed', 10, 4 );

// WordPress asks the sidecar, with the server key, for what a link to an item stands for.
add_filter( 'oembed_remote_get_args', 'pullquote_oembed_args', 10, 2 );

function pullquote_register() {
	add_shortcode( 'pullquote', 'pullquote_shortcode' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => 'pullquote_shortcode' ) );
	foreach ( pullquote_publishers() as $origin ) {
		wp_oembed_add_provider( $origin . '/*', home_url( '/pq/oembed' ) );
	}
}

function pullquote_enqueue() {
	wp_enqueue_script_module( 'pullquote', plugins_url( 'static/forum.js', __FILE__ ), array(), '0.1.0' );
}

function pullquote_head() {
	$page = array(
		'reader' => array( 'hcp' => pullquote_is_verified( wp_get_current_user() ) ),
		'nonce'  => is_user_logged_in() ? wp_create_nonce( 'wp_rest' ) : '',
		'rest'   => rest_url(),
		'open'   => (bool) get_option( 'pullquote_open', false ),
	);
	printf(
		"<link rel=\"pullquote\" href=\"%s\">\n<meta name=\"pullquote\" content=\"%s\">\n",
		esc_url( home_url( '/pq/community.json' ) ),
		esc_attr( wp_json_encode( $page ) )
	);
}
