<?php
// This makes WordPress's tables on a machine with its own PHP. In WebAssembly the runner does it.
define( 'WP_INSTALLING', true );
require getenv( 'WORDPRESS_DIR' ) . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
if ( ! is_blog_installed() ) {
	wp_install( 'Desa Dagan', 'admin', 'admin@dagan.example', true, '', 'admin-dagan' );
}
