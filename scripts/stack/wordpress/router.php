<?php
// PHP's own server asks this file about every request. It does what a web server with WordPress's rewrite rule does: a
// file is served as it is, a folder by its index.php, and every other address is WordPress's.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

if ( is_dir( $root . $path ) && is_file( $root . rtrim( $path, '/' ) . '/index.php' ) ) {
	if ( '/' !== substr( $path, -1 ) ) {
		header( 'Location: ' . $path . '/', true, 301 );
		exit;
	}
	$path .= 'index.php';
} elseif ( is_file( $root . $path ) ) {
	return false;
} else {
	$path = '/index.php';
}

chdir( dirname( $root . $path ) );
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
$_SERVER['SCRIPT_FILENAME'] = $root . $path;
require $root . $path;
