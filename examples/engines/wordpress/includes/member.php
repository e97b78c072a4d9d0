<?php
/** Vouching for a member to the sidecar. */

/** The forum's word for a minute: a JWT signed with the secret that the sidecar holds too. */
function pullquote_member( string $id, bool $hcp, string $origin, string $secret, bool $moderator = false ): string {
	$encode = fn( string $bytes ): string => rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	$now    = time();
	$claims = array(
		'sub' => $id,
		'hcp' => $hcp,
		'mod' => $moderator,
		'aud' => $origin,
		'iat' => $now,
		'exp' => $now + 60,
	);
	$head   = $encode( '{"alg":"HS256","typ":"pullquote-member+jwt"}' );
	$text   = $head . '.' . $encode( json_encode( $claims, JSON_THROW_ON_ERROR ) );
	return $text . '.' . $encode( hash_hmac( 'sha256', $text, trim( $secret ), true ) );
}

/** True for members whom this site has verified: those with the role that its administrator named. */
function pullquote_is_verified( $user ): bool {
	$role = (string) get_option( 'pullquote_role', '' );
	return '' !== $role && in_array( $role, (array) ( $user->roles ?? array() ), true );
}

/** The assertion for whoever is signed in; an empty text where nobody is, or where there is no secret. */
function pullquote_assertion(): string {
	$secret = pullquote_secret();
	if ( ! is_user_logged_in() || strlen( $secret ) < 32 ) {
		return '';
	}
	$user = wp_get_current_user();
	return pullquote_member(
		(string) $user->ID,
		pullquote_is_verified( $user ),
		pullquote_origin(),
		$secret,
		current_user_can( 'moderate_comments' )
	);
}
