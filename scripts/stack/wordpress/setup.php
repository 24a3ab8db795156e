<?php
// This runs once after each start: it makes a fresh site the village site that the tests expect, and changes nothing on
// a site that is already set up.
require getenv( 'WORDPRESS_DIR' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/user.php';

update_option( 'WPLANG', dodolan_switches()['locale'] );
if ( get_option( 'dodolan_test_site' ) ) {
	return;
}

update_option( 'blogname', 'Desa Dagan' );
update_option( 'blogdescription', 'Kecamatan Bobotsari, Kabupaten Purbalingga' );
update_option( 'timezone_string', 'Asia/Jakarta' );
update_option( 'blog_public', '1' );
foreach ( get_posts( array( 'post_type' => array( 'post', 'page' ), 'post_status' => 'any', 'numberposts' => -1 ) ) as $sample ) {
	wp_delete_post( $sample->ID, true );
}

$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
flush_rewrite_rules();

// The passwords are fixed, because the site listens on loopback only and is thrown away.
$users = array(
	'admin'       => array( 'administrator', 'Bu Sari' ),
	'editor'      => array( 'editor', 'Pak Darmo' ),
	'author'      => array( 'author', 'Mas Yanto' ),
	'contributor' => array( 'contributor', 'Mbak Rini' ),
);
foreach ( $users as $name => list( $role, $display ) ) {
	$user = get_user_by( 'login', $name );
	$id   = wp_insert_user(
		array(
			'ID'           => $user ? $user->ID : null,
			'user_login'   => $name,
			'user_pass'    => $name . '-dagan',
			'user_email'   => $name . '@dagan.example',
			'display_name' => $display,
			'role'         => $role,
		)
	);
	if ( is_wp_error( $id ) ) {
		throw new Exception( $id->get_error_message() );
	}
	// A password that is given together with an id is stored as it is, unhashed.
	wp_set_password( $name . '-dagan', $id );
	// The editor's welcome dialog would cover the page of every first visit.
	$seen = array( 'welcomeGuide' => false, 'welcomeGuideTemplate' => false );
	update_user_meta( $id, 'wp_persisted_preferences', array( 'core/edit-post' => $seen, 'core' => $seen, '_modified' => gmdate( 'c' ) ) );
}
update_option( 'dodolan_test_site', '1' );
