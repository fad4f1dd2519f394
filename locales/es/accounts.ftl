### Signing in, accounts, organisations.

sign-in = Iniciar sesión
sign-out = Cerrar sesión
sign-in-account = Correo electrónico o nombre de la cuenta
sign-in-password = Contraseña
sign-in-refused = La cuenta o la contraseña es incorrecta.
sign-in-wait = { $count ->
    [one] Demasiados intentos. Espere { $count } segundo y vuelva a intentarlo.
    [many] Demasiados intentos. Espere { $count } de segundos y vuelva a intentarlo.
   *[other] Demasiados intentos. Espere { $count } segundos y vuelva a intentarlo.
}
form-problem = No se ha podido realizar la operación.
form-done = Hecho.
form-choose = Elija una opción

role-firm = Empresa
role-embassy = Embajada
role-broker = Intermediario
role-steward = Responsable de las bibliotecas
role-admin = Administrador

account-title = Su cuenta
account-name = Nombre
account-email = Correo electrónico
account-role = Función
account-organisation = Organización
account-waiting = Todavía no puede actuar.
account-organisation-pending = Su organización se ha registrado y espera la aprobación de un responsable.
account-organisation-rejected = No se ha aceptado el registro de su organización.
account-organisation-suspended = Su organización está suspendida.
account-sessions = Sesiones abiertas
account-session-current = esta sesión
account-session-close = Cerrar
account-password = Contraseña
account-password-present = Contraseña actual
account-password-new = Contraseña nueva
account-password-change = Cambiar la contraseña
account-password-wrong = La contraseña actual es incorrecta.
account-done-password = Se ha cambiado la contraseña. Sus demás sesiones se han cerrado.
account-done-session = La sesión se ha cerrado.
password-too_short = Una contraseña debe tener al menos { $a } caracteres.
password-too_long = Esta contraseña es demasiado larga.
password-guessable = Esta contraseña es de las más comunes o fácil de adivinar. Varias palabras sin relación entre sí son una buena opción.

code-title = Segundo factor
code-ask = Introduzca el código que muestra su aplicación de autenticación o uno de sus códigos de recuperación.
code-field = Código
code-wrong = El código es incorrecto o ya se ha utilizado. Espere al siguiente.
code-needed = Su función exige un segundo factor. Nada más funciona hasta que se configure.
code-set-up = Escanee este código QR con una aplicación de autenticación, o introduzca en ella la clave que figura debajo (en un teléfono, siga el enlace). Después escriba el código que muestre.
code-qr = La clave como código QR
code-first = El código mostrado
code-confirm = Configurar
code-recovery = El segundo factor está configurado. Guarde estos códigos de recuperación en lugar seguro: cada uno sustituye una vez a la aplicación y solo se muestran ahora.
code-present = Su cuenta tiene un segundo factor. Con un código de este puede retirarlo, por ejemplo para configurar otro dispositivo.
code-remove = Retirar
account-done-factor = El segundo factor se ha retirado.
account-factor-set-up = Configurar un segundo factor
account-factor-present = Hay un segundo factor configurado
sign-in-oidc = Entrar con { $value }
oidc-onward-lead = Su cuenta quedará vinculada en cuanto entre con { $value }.
oidc-onward-invited = Su cuenta se crea en cuanto inicie sesión con { $value }.
oidc-onward = Continuar a { $value }
oidc-again = Volver a la cuenta
oidc-problem-not_begun = Este acceso no se inició en este navegador, tardó demasiado o ya terminó. Empiece de nuevo.
oidc-problem-denied = No se completó el acceso en el otro servicio. Inténtelo de nuevo o use su contraseña.
oidc-problem-token = La respuesta recibida no es de fiar y no se ha iniciado ninguna sesión. El motivo está en el registro del servicio.
oidc-problem-not_linked = Ninguna cuenta está vinculada a este acceso. Entre primero con su contraseña y vincúlelo en la página de su cuenta.
oidc-problem-taken = Este acceso está vinculado a otra cuenta.
oidc-problem-only_way = Este vínculo es la única entrada a su cuenta. Establezca antes una contraseña con un enlace enviado por correo.
oidc-problem-unreachable = El otro servicio no responde en este momento. Use su contraseña o inténtelo más tarde.
account-oidc-lead = Vincule su cuenta para entrar con { $value } en lugar de la contraseña. Su contraseña sigue siendo válida.
account-oidc-link = Vincular
account-oidc-linked = Su cuenta está vinculada. Puede entrar con { $value }.
account-oidc-unlink = Quitar el vínculo
account-password-none = Su cuenta no tiene contraseña. Un enlace enviado por correo permite establecerla.
account-done-linked = Su cuenta está vinculada.
account-done-unlinked = Se ha quitado el vínculo.
