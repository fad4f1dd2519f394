### Error pages.

error-404-title = Página no encontrada
error-404-text = No hay nada en esta dirección, o nada que usted pueda ver. Si la ha escrito, compruébela; si ha seguido un enlace, puede que la ficha se haya retirado.
error-400-title = No se puede leer esta dirección
error-400-text = Parte de la dirección no es válida. Suele bastar con volver a la página anterior e intentarlo de nuevo.
error-429-title = Demasiadas solicitudes
error-429-text = Espere un momento y vuelva a cargar la página.
error-500-title = Se ha producido un error por nuestra parte
error-500-text = El fallo ha quedado registrado. Vuelva a intentarlo; si persiste, comunique a los responsables del servicio el número que figura abajo.
error-503-title = El servicio está ocupado o se está iniciando
error-503-text = Vuelva a cargar la página dentro de unos segundos.
error-request-id = Número de solicitud
