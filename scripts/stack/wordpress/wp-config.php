<?php
// A site as a village has it, but without the network: no updates, no cron, no calls to the outside. The database is
// SQLite; the runner connects it, so these names are never used.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

// A throw-away site on loopback needs no secret keys, so these are known to everybody.
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', 'dodolan test key ' . $name );
	define( $name . '_SALT', 'dodolan test salt ' . $name );
}

// The runner in WebAssembly gives the address by itself.
if ( getenv( 'WORDPRESS_URL' ) ) {
	define( 'WP_HOME', getenv( 'WORDPRESS_URL' ) );
	define( 'WP_SITEURL', getenv( 'WORDPRESS_URL' ) );
}

define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_DEBUG', false );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
