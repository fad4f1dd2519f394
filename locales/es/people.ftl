### Registro, invitaciones, contraseñas olvidadas, las personas de una organización.

register-title = Registrar una empresa
register-lead = Las empresas se registran por sí mismas; las embajadas, las cámaras de comercio y los intermediarios reciben una invitación. Se envía un correo con un enlace y después un responsable revisa el registro. Hasta que se apruebe podrá iniciar sesión, pero no hacer nada más.
register-organisation = Nombre de la empresa, tal como figura en su licencia
register-organisation-en = Su nombre en inglés, si lo tiene
register-country = País
register-credit-code = Código unificado de crédito social
register-credit-code-hint = Los 18 caracteres que figuran en la licencia de una empresa en China.
register-name = Su nombre
register-lang = Idioma de los correos
register-button = Registrar
register-sent = Se le ha enviado un correo. Abra su enlace en un plazo de dos días.
register-confirm = Confirmar el registro
register-confirm-lead = Introduzca la contraseña que eligió al registrarse.

sign-in-done-registered = El registro está confirmado y espera la aprobación de un responsable. La decisión se le comunicará por correo; ya puede iniciar sesión.
sign-in-done-invited = Su cuenta está lista. Inicie sesión con su correo electrónico.
sign-in-done-password = Se ha establecido la contraseña nueva. Inicie sesión con ella.

forgotten-title = ¿Ha olvidado la contraseña?
forgotten-lead = Le enviaremos a su dirección un enlace con el que puede establecer una nueva.
forgotten-button = Enviar el enlace
forgotten-sent = Si existe una cuenta con esta dirección, se ha enviado un correo con un enlace.
forgotten-again = Pedir un enlace nuevo

invitation-title = Ha recibido una invitación
invitation-lead = Indique quién es y elija una contraseña; la cuenta será entonces suya.
invitation-accept = Crear la cuenta

rule-link_dead = Este enlace se ha utilizado, se ha revocado o ha caducado.
rule-address_taken = Ya existe una cuenta con este correo electrónico. Inicie sesión con ella.
rule-only_admins = Solo un administrador puede hacer esto con los administradores.
rule-own_role = Nadie puede cambiar su propia función.
rule-own_organisation = Nadie puede decidir sobre su propia organización.
rule-last_admin = El último administrador no puede marcharse.
rule-successor_needed = Quien se marcha por decisión propia debe designar a un sucesor.
rule-left_already = Esta persona ya se ha marchado.
rule-not_left = Esta persona no se ha marchado.
rule-not_waiting = Esta persona no está a la espera de admisión.
rule-decided = Ya se ha decidido sobre esto.
rule-not_open = La invitación ya se ha utilizado o revocado.
rule-other_role = Los miembros solo pueden hacerlo dentro de su propia organización y función.

fault-name_length = Un nombre tiene de 1 a 200 caracteres, en una sola línea.
fault-no_email = Esto no es una dirección de correo electrónico.
fault-unknown_language = Este idioma no figura entre los de los correos.
fault-unknown_country = Elija un país.
fault-unknown_organisation = No existe esa organización.
fault-organisation_missing = Las personas con esta función pertenecen a una organización: indique cuál.
fault-role_missing = Elija una función.
fault-credit_code_missing = Una empresa en China tiene un código unificado de crédito social.
fault-credit_code_length = Un código unificado de crédito social tiene { $a } caracteres; este tiene { $b }.
fault-credit_code_character = «{ $a }» (carácter { $b }) no se utiliza en los códigos unificados de crédito social, como tampoco I, O, Z, S y V.
fault-credit_code_check = El último carácter del código no concuerda con los demás: alguno de ellos no es como figura en la licencia.
fault-password_wrong = Esta no es la contraseña del registro.
fault-reason_missing = Una denegación debe indicar el motivo.
fault-reason_length = El motivo tiene como máximo 1000 caracteres.
fault-no_successor = El sucesor debe ser otra persona de la misma organización y función que siga en ella.

organisations-title = Organizaciones registradas
organisations-none = No hay ninguna.
organisations-other-name = En otro idioma
organisations-since = Fecha de registro
organisations-person = Persona
organisations-reason = Motivo
organisations-reason-for = Motivo de la denegación; lo leerán los miembros de la organización
organisations-approve = Aprobar
organisations-refuse = Denegar
organisations-done-approved = La organización está aprobada; se informa de ello a sus miembros por correo.
organisations-done-rejected = La organización no está aprobada; se informa de ello a sus miembros por correo.
organisation-standing-pending = Pendiente
organisation-standing-approved = Aprobada
organisation-standing-rejected = Denegada

organisation-kind-firm = Empresa
organisation-kind-embassy = Embajada
organisation-kind-chamber = Cámara de comercio
organisation-kind-ministry = Ministerio
organisation-kind-broker = Intermediario
organisation-kind-operator = Operador
organisation-kind-other = Otra

people-title = Personas
people-invite = Invitar a alguien
people-invite-own = Invite a colegas a su organización. El enlace de su correo funciona una sola vez.
people-invite-anywhere = Invite a embajadas, cámaras de comercio, intermediarios y responsables. El enlace del correo funciona una sola vez.
people-organisation-hint = Necesaria para empresas y embajadas; se crea si aún no está registrada.
people-kind = Tipo de organización
people-kind-usual = El habitual de la función
people-invitations = Invitaciones
people-revoke = Revocar
people-done-invited = La invitación se ha enviado.
people-done-revoked = La invitación se ha revocado.
person-state-active = en la organización
person-state-waiting = a la espera de admisión
person-state-left = ha dejado la organización
person-waiting = Se ha registrado en nombre de esta organización y espera su admisión. Admita solo a quien conozca.
invited-open = pendiente
invited-used = aceptada
invited-revoked = revocada
invited-expired = caducada

person-state = Situación
person-let-in = Admitir
person-turn-away = No admitir
person-leaves = Salida de la organización
person-leaves-lead = La cuenta se cierra de inmediato. Las fichas permanecen en la organización; los casos abiertos y los avisos sin leer pasan al sucesor.
person-successor = Sucesor
person-nobody = Nadie
person-leaves-button = Cerrar la cuenta
person-bring-back = Restablecer la cuenta
person-role = Función
person-role-button = Cambiar la función
person-done-let_in = Se ha admitido a la persona.
person-done-left = La cuenta se ha cerrado.
person-done-returned = La cuenta vuelve a estar en uso.
person-done-role = Se ha cambiado la función; la persona debe iniciar sesión de nuevo.
