<?php
// Must-use plugin with what a test may change while the site runs. The test writes wp-content/switches.json, and this
// plugin reads it.

function dodolan_switches() {
	$stored = json_decode( (string) file_get_contents( WP_CONTENT_DIR . '/switches.json' ), true );
	$usual  = array( 'locale' => '', 'rest' => 'open', 'signOut' => 0, 'guarded' => false, 'noUploads' => false, 'slow' => false );
	return array_merge( $usual, is_array( $stored ) ? $stored : array() );
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

// `guarded` answers the marketplace's checker as bot walls do; browsers come in.
add_action(
	'init',
	function () {
		if ( dodolan_switches()['guarded'] && str_contains( $_SERVER['HTTP_USER_AGENT'] ?? '', 'link check' ) ) {
			status_header( 503 );
			exit( 'Just a moment...' );
		}
	},
	1
);

// `noUploads` takes no picture, however small, by the forms or by REST.
foreach ( array( 'wp_handle_upload_prefilter', 'wp_handle_sideload_prefilter' ) as $dodolan_upload ) {
	add_filter(
		$dodolan_upload,
		function ( $file ) {
			return dodolan_switches()['noUploads'] ? array_merge( $file, array( 'error' => 'Berkas terlalu besar.' ) ) : $file;
		}
	);
}

// `slow` keeps whoever saves an article waiting until it is switched off.
add_action(
	'init',
	function () {
		$saves = 'POST' === $_SERVER['REQUEST_METHOD'] && str_contains( urldecode( $_SERVER['REQUEST_URI'] ), 'wp/v2/posts' );
		for ( $waited = 0; $saves && $waited < 600 && dodolan_switches()['slow']; $waited++ ) {
			usleep( 100000 );
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
