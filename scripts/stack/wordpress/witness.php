<?php
// Must-use plugin that says what the site really holds, and does what a person does beside the extension, for tests
// that must not ask the code under test. It listens on loopback only; POST /?witness=<name>.

add_action(
	'init',
	function () {
		$name = isset( $_GET['witness'] ) ? sanitize_key( $_GET['witness'] ) : '';
		if ( '' === $name || 'POST' !== $_SERVER['REQUEST_METHOD'] ) {
			return;
		}
		$body = json_decode( (string) file_get_contents( 'php://input' ), true );
		wp_set_current_user( get_user_by( 'login', 'admin' )->ID );
		wp_send_json( dodolan_witness( $name, is_array( $body ) ? $body : array() ) );
	},
	20
);

function dodolan_witness( $name, $body ) {
	switch ( $name ) {
		case 'posts':
			$found = get_posts(
				array(
					'post_type'   => 'post',
					'post_status' => array( 'publish', 'pending', 'draft', 'private', 'future', 'trash' ),
					'numberposts' => -1,
					'orderby'     => 'ID',
					'order'       => 'ASC',
				)
			);
			return array_map(
				fn( $post ) => array(
					'id'     => (string) $post->ID,
					'title'  => $post->post_title,
					'html'   => $post->post_content,
					'status' => $post->post_status,
				),
				$found
			);
		case 'pictures':
			return count( get_posts( array( 'post_type' => 'attachment', 'post_status' => 'inherit', 'numberposts' => -1 ) ) );
		case 'write':
			return (string) wp_insert_post(
				wp_slash( array( 'post_title' => $body['title'], 'post_content' => $body['html'], 'post_status' => 'publish' ) )
			);
		case 'edit':
			return wp_update_post( wp_slash( array( 'ID' => (int) $body['id'], 'post_content' => $body['html'] ) ) );
		case 'erase':
			return (bool) wp_delete_post( (int) $body['id'], true );
	}
	return null;
}
