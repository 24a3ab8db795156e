<?php
// Must-use plugin with what a test may change while the site runs. The test writes wp-content/switches.json, and this
// plugin reads it.

function dodolan_switches() {
	$stored = json_decode( (string) file_get_contents( WP_CONTENT_DIR . '/switches.json' ), true );
	return array_merge( array( 'locale' => '', 'rest' => 'open', 'signOut' => 0 ), is_array( $stored ) ? $stored : array() );
}

// Ends every session: every cookie given out so far is invalid from the next request on.
add_action(
	'plugins_loaded',
	function () {
		if ( wp_installing() ) {
			return;
		}
		$wanted = dodolan_switches()['signOut'];
		if ( $wanted > (int) get_option( 'dodolan_signed_out' ) ) {
			update_option( 'dodolan_signed_out', $wanted );
			WP_Session_Tokens::destroy_all_for_all_users();
		}
	}
);

// `forbidden` answers as security plugins do; admin-ajax's rest-nonce still answers. `html` answers with a polite page,
// as a firewall does.
add_filter(
	'rest_authentication_errors',
	function ( $result ) {
		return 'forbidden' === dodolan_switches()['rest']
			? new WP_Error( 'rest_disabled', 'REST API dinonaktifkan.', array( 'status' => 403 ) )
			: $result;
	},
	200
);
add_action(
	'parse_request',
	function ( $wp ) {
		if ( 'html' === dodolan_switches()['rest'] && ! empty( $wp->query_vars['rest_route'] ) ) {
			status_header( 200 );
			header( 'Content-Type: text/html; charset=utf-8' );
			exit( '<!doctype html><title>Diblokir</title><p>Permintaan ini diblokir.' );
		}
	},
	1
);

// &classic opens a post in the classic editor, which many villages keep by a plugin, as that plugin would.
add_filter(
	'use_block_editor_for_post',
	function ( $use ) {
		return isset( $_GET['classic'] ) ? false : $use;
	}
);

// ?sign-in=<name> signs that user in and redirects to the dashboard, for demos and browsers; like the rest it listens
// on loopback only.
add_action(
	'init',
	function () {
		$user = isset( $_GET['sign-in'] ) ? get_user_by( 'login', sanitize_user( wp_unslash( $_GET['sign-in'] ) ) ) : false;
		if ( $user ) {
			wp_set_auth_cookie( $user->ID, true );
			wp_safe_redirect( admin_url() );
			exit;
		}
	}
);
