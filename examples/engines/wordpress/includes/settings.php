<?php
/** What an administrator sets. Secrets stand in wp-config.php, where no page of WordPress shows them. */

/** The secret that signs assertions: define( 'PULLQUOTE_SECRET', '…' ) in wp-config.php. */
function pullquote_secret(): string {
	return defined( 'PULLQUOTE_SECRET' ) ? (string) PULLQUOTE_SECRET : '';
}

/** The key with which this server asks the sidecar: define( 'PULLQUOTE_SERVER_KEY', '…' ). */
function pullquote_server_key(): string {
	return defined( 'PULLQUOTE_SERVER_KEY' ) ? (string) PULLQUOTE_SERVER_KEY : '';
}

/** Where the sidecar listens: define( 'PULLQUOTE_SIDECAR', 'http://127.0.0.1:4803' ). */
function pullquote_sidecar(): string {
	return rtrim( defined( 'PULLQUOTE_SIDECAR' ) ? (string) PULLQUOTE_SIDECAR : 'http://127.0.0.1:4803', '/' );
}

/** This site's origin: what the sidecar's configuration calls `origin`. */
function pullquote_origin(): string {
	$parts = parse_url( home_url() );
	return $parts['scheme'] . '://' . $parts['host'] . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/** https; or http on this very machine, for trying out. */
const PULLQUOTE_SECURE = '(https://[a-z0-9.-]+|http://(127\.0\.0\.1|localhost))(:\d+)?';

/** Origins of the publishers whose links become embeds, one a line. Anything that is no secure origin is left out. */
function pullquote_publishers(): array {
	$lines = preg_split( '/\s+/', (string) get_option( 'pullquote_publishers', '' ), -1, PREG_SPLIT_NO_EMPTY );
	return array_values( array_filter( $lines, fn( $line ) => 1 === preg_match( '~^' . PULLQUOTE_SECURE . '$~', $line ) ) );
}

function pullquote_register_settings() {
	register_setting( 'pullquote', 'pullquote_publishers', array( 'sanitize_callback' => 'sanitize_textarea_field' ) );
	register_setting( 'pullquote', 'pullquote_role', array( 'sanitize_callback' => 'sanitize_key' ) );
	register_setting( 'pullquote', 'pullquote_open', array( 'sanitize_callback' => 'rest_sanitize_boolean' ) );
}

function pullquote_admin_menu() {
	add_options_page( 'Pullquote', 'Pullquote', 'manage_options', 'pullquote', 'pullquote_settings_page' );
}

function pullquote_settings_page() {
	?>
	<div class="wrap">
		<h1>Pullquote</h1>
		<?php if ( strlen( pullquote_secret() ) < 32 ) : ?>
			<div class="notice notice-warning"><p>PULLQUOTE_SECRET is not set in wp-config.php, or has fewer than 32 characters: nothing is counted.</p></div>
		<?php endif; ?>
		<form method="post" action="options.php">
			<?php settings_fields( 'pullquote' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="pullquote_publishers">Publishers, one origin a line</label></th>
					<td><textarea id="pullquote_publishers" name="pullquote_publishers" rows="5" class="large-text code"><?php echo esc_textarea( get_option( 'pullquote_publishers', '' ) ); ?></textarea></td>
				</tr>
				<tr>
					<th scope="row"><label for="pullquote_role">Role of verified healthcare professionals</label></th>
					<td><input type="text" id="pullquote_role" name="pullquote_role" value="<?php echo esc_attr( get_option( 'pullquote_role', '' ) ); ?>"></td>
				</tr>
				<tr>
					<th scope="row">Who reads comments</th>
					<td><label><input type="checkbox" name="pullquote_open" value="1" <?php checked( (bool) get_option( 'pullquote_open', false ) ); ?>> Every member can read every comment here. Otherwise each share is private.</label></td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
