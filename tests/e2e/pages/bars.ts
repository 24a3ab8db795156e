import type { CmsId } from '#utils/cms/types.ts';

/**
 * The bars of real CMSs as far as their look decides what can be pressed: where they lie, what lies over what, how they fold.
 * Each was first seen on a running one. What has `data-stays` is to be pressed from edge to edge with our entry beside it.
 */
export const BARS: { name: string; cms: CmsId; html: string; narrow: RegExp; wide: RegExp; isOwn?: true }[] = [
  {
    name: 'Drupal 10 and 11, toolbar with its tray open',
    cms: 'drupal',
    html: `<style>body{margin:0} #toolbar-administration a{display:block;line-height:1;padding:1em;font-size:13px}
#toolbar-bar{position:fixed;top:0;left:0;right:0;z-index:502;background:#0f0f0f;height:39px} .toolbar-tab{float:left}
.toolbar-tab>.toolbar-icon{position:relative;z-index:502} .toolbar-tray{z-index:501;position:fixed;left:0;top:0;height:100%;width:240px;background:#fff}
@media (min-width:61em){.toolbar-tray{top:39px;height:40px;width:100%}}</style>
<div id="toolbar-administration" class="toolbar"><nav id="toolbar-bar" class="toolbar-bar"><div class="toolbar-tab"><a href="#" id="toolbar-item-administration" class="toolbar-icon toolbar-item">Kelola</a><div class="toolbar-tray is-active"></div></div></nav></div>`,
    narrow: /toolbar-item/,
    wide: /toolbar-item/,
  },
  {
    name: 'Drupal 10.4 and 11, Navigation',
    cms: 'drupal',
    html: `<style>body{margin:0} .admin-toolbar{position:fixed;inset:0 auto 0 0;width:80px;background:#fff;transform:translateX(-100%)}
@media (min-width:64rem){.admin-toolbar{width:264px;transform:none}} ul{list-style:none;margin:0;padding:0}</style>
<div class="admin-toolbar"><nav id="menu-builder"><ul class="toolbar-block__list"><li><button class="toolbar-button toolbar-button--icon--shortcuts">Pintasan</button><div inert style="display:none"><a href="/node/add">Tambah isi</a></div></li></ul><ul class="toolbar-block__list"><li><a href="/node/add">Buat</a></li></ul></nav></div>`,
    narrow: /^$/,
    wide: /toolbar-button--icon/,
  },
  {
    name: 'Joomla 5.3 and 6.1, its bar at the bottom of a narrow window beside the hamburger',
    cms: 'joomla',
    html: `<style>body{margin:0;font:12px sans-serif} #header{min-width:100%;width:max-content} .header-inside{display:flex} .header-title{width:499px;height:66px;flex:none} @media (min-width:768px) and (max-width:800px){.header-title{width:550px}} @media (min-width:900px) and (max-width:1100px){#header{width:100%} .header-items{justify-content:flex-end;width:100px;flex:none} .header-title{width:760px}}
.header-items{display:flex;align-items:center;margin:15px 15px 15px auto} .header-item{margin:0 4px;flex:none} .header-item-content{display:flex;align-items:center;border-radius:18px;background:#346}
.header-item-icon{width:36px;height:36px} .header-item-text{padding:0 12px 0 4px;white-space:nowrap} button{border:0;padding:0} .profile{width:129px;height:36px} .header-more-btn{width:48px;height:38px;margin:0 5px}
#wrapper{display:flex} .sidebar-wrapper{width:288px;height:300px} .toggler-burger{display:none;position:fixed;right:0;bottom:0;z-index:9999;width:54px;height:44px}
@media (max-width:767px){.header-items{position:fixed;left:0;right:0;bottom:0;margin:0;padding:10px 0;flex-direction:row-reverse;justify-content:flex-end} .header-title{width:171px}}
@media (max-width:575px){.sidebar-wrapper{width:0;height:0;overflow:hidden} .toggler-burger{display:block}}</style>
<header id="header"><div class="header-inside"><div class="header-title" data-stays></div><div class="header-items"><div class="header-item" data-stays><div class="header-item-content"><button class="profile">Menu pengguna</button></div></div><div class="header-more" data-stays><button class="header-more-btn">…</button></div></div></div></header>
<div id="wrapper"><button class="toggler-burger" data-stays></button><div class="sidebar-wrapper"><ul class="main-nav"><li><a href="?option=com_content">Konten</a></li></ul></div></div>`,
    narrow: /header-item-content/,
    wide: /no-dropdown/,
  },
  {
    name: 'WordPress 6 and 7, a long menu beyond the window',
    cms: 'wordpress',
    html: `<style>body{margin:0} #adminmenu{width:160px;padding-top:1200px} #wpadminbar{position:fixed;top:0;left:0;right:0;height:32px}
@media (max-width:782px){#adminmenu{display:none}}</style>
<div id="wpadminbar"><ul id="wp-admin-bar-root-default" style="margin:0"></ul></div><ul id="adminmenu"><li id="menu-posts"><a href="#">Pos</a></li></ul>`,
    narrow: /ab-item/,
    wide: /menu-top/,
  },
  {
    name: 'OpenSID 2410, its bar beside the open sidebar, with a long name of a user',
    cms: 'opensid',
    html: `<style>body{margin:0;font:13px sans-serif} a{text-decoration:none} ul{list-style:none;margin:0;padding:0} .main-header{position:fixed;top:0;left:0;right:0;z-index:1030} .logo{display:block;height:50px;background:#555299}
.navbar{min-height:50px;background:#605ca8} .navbar::after{content:"";display:table;clear:both} .sidebar-toggle{float:left;width:41px;height:49px} .navbar-custom-menu,.navbar-nav{float:right} .navbar-nav>li{float:left} .navbar-nav>li>a{display:block;padding:15px;line-height:20px;white-space:nowrap}
.fa{display:inline-block;width:13px;height:14px} .print{width:17px} .user-image{display:block;width:25px;height:22px}
.main-sidebar{position:fixed;top:0;width:270px;height:100%;z-index:810} .sidebar-menu{padding-top:820px} .content-header{padding:115px 15px 0}
@media (max-width:767px){.hidden-xs{display:none} .main-sidebar{transform:translate(-270px,0)}}
@media (min-width:768px){.logo{float:left;width:270px} .navbar{margin-left:270px;transition:margin-left .3s} .sidebar-collapse .logo{width:50px} .sidebar-collapse .navbar{margin-left:50px} .user-image{float:left} .content-header{padding:65px 15px 0 285px}}</style>
<header class="main-header"><a href="#" class="logo" data-stays></a><nav class="navbar"><a href="#" class="sidebar-toggle" data-stays></a><div class="navbar-custom-menu"><ul class="nav navbar-nav"><li data-stays><a href="#"><i class="fa print"></i></a></li><li data-stays><a href="#"><i class="fa print"></i></a></li><li data-stays><a href="#"><i class="fa print"></i></a></li><li data-stays><a href="#"><span class="user-image"></span><span class="hidden-xs">Siti Aminah Rahmawati, S.Pd.I</span></a></li><li data-stays><a href="#"><i class="fa"></i></a></li></ul></div></nav></header>
<aside class="main-sidebar"><ul class="sidebar-menu"><li><a href="/web/clear">Artikel</a></li></ul></aside><div class="content-header"><h1 style="margin:0;font-size:24px" data-stays>Tentang OpenSID</h1></div>`,
    narrow: /^$/,
    wide: /^$/,
    isOwn: true,
  },
  {
    name: 'Backdrop 1.28',
    cms: 'backdrop',
    html: `<style>body{margin:0}</style><div id="admin-bar"><ul id="admin-bar-menu"><li><a class="admin-content" href="#">Isi</a></li></ul></div>`,
    narrow: /^$/,
    wide: /^$/,
    isOwn: true,
  },
];
