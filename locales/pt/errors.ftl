### Error pages.

error-404-title = Página não encontrada
error-404-text = Não há nada neste endereço, ou nada que possa ver. Se escreveu o endereço, verifique-o; se seguiu uma ligação, o registo pode ter sido retirado.
error-400-title = Não é possível ler este endereço
error-400-text = Parte do endereço não é válida. Normalmente basta voltar à página anterior e tentar de novo.
error-429-title = Demasiados pedidos
error-429-text = Aguarde um pouco e carregue novamente a página.
error-500-title = Ocorreu um erro do nosso lado
error-500-text = A falha ficou registada. Tente novamente; se persistir, comunique aos responsáveis pelo serviço o número abaixo.
error-503-title = O serviço está ocupado ou a iniciar
error-503-text = Carregue novamente a página dentro de alguns segundos.
error-request-id = Número do pedido
