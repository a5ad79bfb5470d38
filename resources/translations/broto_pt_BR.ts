<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Answers</name>
    <message>
        <source>Look at them</source>
        <translation>Ver os projetos</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Abrir uma cópia</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abrir mesmo assim</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salvar como…</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Open what was there</source>
        <translation>Abrir o que havia</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>Layer %1</source>
        <translation>Camada %1</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Vieses</translation>
    </message>
    <message>
        <source>What each sum begins with, and the multiplier that brings it to the next layer&apos;s scale.</source>
        <translation>Com quanto cada soma começa, e o multiplicador que a leva à escala da camada seguinte.</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Codebooks</translation>
    </message>
    <message>
        <source>The few values that the weights of a codebook point at.</source>
        <translation>Os poucos valores para os quais apontam os pesos de um codebook.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message>
        <source>Activations worked out beforehand: 256 bytes for every layer that bends smoothly.</source>
        <translation>Ativações calculadas de antemão: 256 bytes para cada camada de curva suave.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>How each feature is brought from its unit to the network&apos;s scale.</source>
        <translation>Como cada atributo passa da sua unidade para a escala da rede.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Janelas</translation>
    </message>
    <message>
        <source>Which features of a window are worked out, and cosines for its spectrum.</source>
        <translation>Quais atributos de uma janela são calculados, e os cossenos para o seu espectro.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>The program that computes the answer; estimated.</source>
        <translation>O programa que calcula a resposta; estimado.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Ativações</translation>
    </message>
    <message>
        <source>Two buffers that the layers read and write in turn.</source>
        <translation>Dois buffers que as camadas leem e escrevem alternadamente.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>The readings that the network answers, in their own units.</source>
        <translation>As leituras que a rede responde, nas suas próprias unidades.</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Leituras</translation>
    </message>
    <message>
        <source>The last readings of the stream, until a window is full.</source>
        <translation>As últimas leituras do fluxo, até completar uma janela.</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>Espectro</translation>
    </message>
    <message>
        <source>Room to work out how strong the frequencies of a window are.</source>
        <translation>Espaço para calcular a força das frequências de uma janela.</translation>
    </message>
    <message>
        <source>The weights of this layer, as they are stored, and what fills up a last group of neurons.</source>
        <translation>Os pesos desta camada, como ficam guardados, e o que completa um último grupo de neurônios.</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>The network learns from it, and the board will have to be given it.</source>
        <translation>A rede aprende com ela, e a placa precisará recebê-la.</translation>
    </message>
    <message>
        <source>Plays no part.</source>
        <translation>Não participa.</translation>
    </message>
    <message>
        <source>Rows with one value belong together, such as those of one person: they stay in one part of the split.</source>
        <translation>Linhas com o mesmo valor ficam juntas, como as de uma pessoa: vão para a mesma parte da divisão.</translation>
    </message>
    <message>
        <source>Says which row is older.</source>
        <translation>Diz qual linha é mais antiga.</translation>
    </message>
    <message>
        <source>keep them missing</source>
        <translation>deixar ausentes</translation>
    </message>
    <message>
        <source>Nothing stands for them: a number&apos;s row is not learned from and the board refuses it, a category is none of the known ones.</source>
        <translation>Nada fica no lugar: a linha sem um número não é usada no treino e a placa a recusa; uma categoria ausente não é nenhuma das conhecidas.</translation>
    </message>
    <message>
        <source>drop their rows</source>
        <translation>descartar as linhas</translation>
    </message>
    <message>
        <source>Rows without a value are not learned from, and the board refuses them.</source>
        <translation>Linhas sem um valor não são usadas no treino, e a placa as recusa.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>The mean of the training rows stands for them, on the board as well.</source>
        <translation>A média das linhas de treino fica no lugar, também na placa.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>The middle value of the training rows stands for them: outliers do not move it.</source>
        <translation>O valor do meio das linhas de treino fica no lugar: valores extremos não o deslocam.</translation>
    </message>
    <message>
        <source>most frequent</source>
        <translation>mais frequente</translation>
    </message>
    <message>
        <source>The most frequent value of the training rows stands for them.</source>
        <translation>O valor mais frequente das linhas de treino fica no lugar.</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>último valor</translation>
    </message>
    <message>
        <source>The value before stands for them, as when a sensor stays silent for a moment.</source>
        <translation>O valor anterior fica no lugar, como quando um sensor se cala por um momento.</translation>
    </message>
    <message>
        <source>Every feature gets mean 0 and deviation 1 over the training rows: the usual choice.</source>
        <translation>Cada atributo fica com média 0 e desvio 1 nas linhas de treino: a escolha usual.</translation>
    </message>
    <message>
        <source>The training rows&apos; range becomes 0 to 1: good for sensors with fixed ends, bad with outliers.</source>
        <translation>A faixa das linhas de treino vira 0 a 1: bom para sensores com limites fixos, ruim com valores extremos.</translation>
    </message>
    <message>
        <source>By the median and the middle half of the values: outliers do not matter.</source>
        <translation>Pela mediana e pela metade central dos valores: valores extremos não pesam.</translation>
    </message>
    <message>
        <source>Values stay as they are: only for features that have like ranges already.</source>
        <translation>Os valores ficam como estão: só para atributos que já têm faixas parecidas.</translation>
    </message>
    <message>
        <source>Every row goes to a part by chance, the same way for the same seed.</source>
        <translation>Cada linha vai para uma parte por sorteio, do mesmo jeito para a mesma semente.</translation>
    </message>
    <message>
        <source>Rows of one group stay together: the network is tested on people or devices that it has never seen.</source>
        <translation>Linhas de um grupo ficam juntas: a rede é testada com pessoas ou dispositivos que nunca viu.</translation>
    </message>
    <message>
        <source>It learns from the oldest rows and is tested on the newest, as in real use.</source>
        <translation>Aprende com as linhas mais antigas e é testada com as mais novas, como no uso real.</translation>
    </message>
    <message>
        <source>A column of the table names every row&apos;s part: train, validation or test.</source>
        <translation>Uma coluna da tabela diz a parte de cada linha: treino, validação ou teste.</translation>
    </message>
    <message>
        <source>The test rows come from a file of their own, with the same columns.</source>
        <translation>As linhas de teste vêm de um arquivo próprio, com as mesmas colunas.</translation>
    </message>
    <message>
        <source>Equal parts take turns at being the test: train once for each fold and compare.</source>
        <translation>Partes iguais se revezam como teste: treine uma vez para cada dobra e compare.</translation>
    </message>
    <message>
        <source>By chance, but every part gets its share of each class.</source>
        <translation>Ao acaso, mas cada parte recebe sua fração de cada classe.</translation>
    </message>
    <message>
        <source>What the network predicts.</source>
        <translation>O que a rede prevê.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A table (CSV) or a project (.broto) to open.</source>
        <translation>Uma tabela (CSV) ou um projeto (.broto) para abrir.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Choose another board</source>
        <translation>Escolher outra placa</translation>
    </message>
    <message>
        <source>Change the split</source>
        <translation>Mudar a divisão</translation>
    </message>
    <message>
        <source>Read the table in another way</source>
        <translation>Ler a tabela de outro modo</translation>
    </message>
    <message>
        <source>Change the training settings</source>
        <translation>Mudar os ajustes do treino</translation>
    </message>
    <message>
        <source>Change the network</source>
        <translation>Mudar a rede</translation>
    </message>
    <message>
        <source>Change the scaling</source>
        <translation>Mudar a escala</translation>
    </message>
    <message>
        <source>Change the columns&apos; roles</source>
        <translation>Mudar os papéis das colunas</translation>
    </message>
    <message>
        <source>Change what is learned</source>
        <translation>Mudar o que se aprende</translation>
    </message>
    <message>
        <source>Choose the test file</source>
        <translation>Escolher o arquivo de teste</translation>
    </message>
    <message>
        <source>Change a column&apos;s type</source>
        <translation>Mudar o tipo de uma coluna</translation>
    </message>
    <message>
        <source>Change what means “missing”</source>
        <translation>Mudar o que significa “ausente”</translation>
    </message>
    <message>
        <source>Change what stands for missing values</source>
        <translation>Mudar o que fica no lugar de valores ausentes</translation>
    </message>
    <message>
        <source>Change the windows</source>
        <translation>Mudar as janelas</translation>
    </message>
    <message>
        <source>role of %1</source>
        <translation>papel de %1</translation>
    </message>
    <message>
        <source>type of %1</source>
        <translation>tipo de %1</translation>
    </message>
    <message>
        <source>missing values of %1</source>
        <translation>valores ausentes de %1</translation>
    </message>
    <message>
        <source>Delete run %1</source>
        <translation>Excluir o treino %1</translation>
    </message>
    <message>
        <source>Use run %1</source>
        <translation>Usar o treino %1</translation>
    </message>
    <message>
        <source>Delete variant %1</source>
        <translation>Excluir a variante %1</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar um modelo</translation>
    </message>
    <message>
        <source>Change what the pins measure</source>
        <translation>Mudar o que os pinos medem</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>não usadas</translation>
    </message>
    <message>
        <source>other classes</source>
        <translation>outras classes</translation>
    </message>
    <message>
        <source>no class</source>
        <translation>sem classe</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>sem valor</translation>
    </message>
</context>
<context>
    <name>HelpBoxes</name>
    <message>
        <source>There are no messages.</source>
        <translation>Não há mensagens.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Broto %1, a TinyML workbench: from a table of readings to a board that answers.</source>
        <translation>Broto %1, uma bancada de TinyML: de uma tabela de leituras a uma placa que responde.</translation>
    </message>
    <message>
        <source>About Broto</source>
        <translation>Sobre o Broto</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Software livre sob a GNU General Public License, versão 3 ou posterior.</translation>
    </message>
</context>
<context>
    <name>LiveTexts</name>
    <message>
        <source>Opening %1 …</source>
        <translation>Abrindo %1 …</translation>
    </message>
    <message>
        <source>Waiting until the board says who it is …</source>
        <translation>Esperando a placa dizer quem é …</translation>
    </message>
    <message>
        <source>The board answers.</source>
        <translation>A placa responde.</translation>
    </message>
    <message>
        <source>The board is away; trying again. Is its cable plugged in?</source>
        <translation>A placa sumiu; tentando de novo. O cabo está conectado?</translation>
    </message>
    <message>
        <source>The board is lost.</source>
        <translation>A conexão com a placa se perdeu.</translation>
    </message>
    <message>
        <source>%1 instructions</source>
        <translation>%1 instruções</translation>
    </message>
    <message>
        <source>%1 cycles</source>
        <translation>%1 ciclos</translation>
    </message>
    <message>
        <source>%1 certain</source>
        <translation>%1 de certeza</translation>
    </message>
    <message>
        <source>The virtual board does not answer; trying again.</source>
        <translation>A placa virtual não responde; tentando de novo.</translation>
    </message>
</context>
<context>
    <name>LossQuestions</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Mudanças não salvas</translation>
    </message>
    <message>
        <source>This project has changes that are not saved.</source>
        <translation>Este projeto tem mudanças que não foram salvas.</translation>
    </message>
    <message>
        <source>Save them first?</source>
        <translation>Salvá-las antes?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Não salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>A training is running</source>
        <translation>Há um treino em andamento</translation>
    </message>
    <message>
        <source>Stop it and keep the best result so far, or let it go on?</source>
        <translation>Parar e ficar com o melhor resultado até agora, ou deixar continuar?</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Parar e manter</translation>
    </message>
    <message>
        <source>Stop and drop</source>
        <translation>Parar e descartar</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Continuar treinando</translation>
    </message>
    <message>
        <source>A training of %1 epochs is running.</source>
        <translation>Há um treino de %1 épocas em andamento.</translation>
    </message>
    <message>
        <source>A compression is running.</source>
        <translation>Há uma compressão em andamento.</translation>
    </message>
    <message>
        <source>A program is being written to the board.</source>
        <translation>Um programa está sendo gravado na placa.</translation>
    </message>
    <message>
        <source>Every fold is being trained.</source>
        <translation>As dobras estão sendo treinadas.</translation>
    </message>
    <message>
        <source>Something is running</source>
        <translation>Há algo em andamento</translation>
    </message>
    <message>
        <source>If it is cancelled now, nothing of it is kept.</source>
        <translation>Se for cancelado agora, nada dele será guardado.</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Deixar continuar</translation>
    </message>
    <message>
        <source>Captured rows</source>
        <translation>Linhas coletadas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln captured row(s) are not kept anywhere yet.</source>
        <translation>
            <numerusform>%Ln linha coletada ainda não está guardada em lugar nenhum.</numerusform>
            <numerusform>%Ln linhas coletadas ainda não estão guardadas em lugar nenhum.</numerusform>
        </translation>
    </message>
    <message>
        <source>On the Device page they can be added to the table, or saved as a file of their own.</source>
        <translation>Na página Placa é possível acrescentá-las à tabela ou salvá-las em um arquivo próprio.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 points</source>
        <translation>%1 pontos percentuais</translation>
    </message>
    <message>
        <source>%1 of %2 B</source>
        <translation>%1 de %2 B</translation>
    </message>
    <message>
        <source>%1 of %2 KiB</source>
        <translation>%1 de %2 KiB</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 p.p.</translation>
    </message>
</context>
<context>
    <name>NumbersTable</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copies what is selected, or all of it, for a spreadsheet (Ctrl+C).</source>
        <translation>Copia o que está selecionado, ou tudo, para uma planilha (Ctrl+C).</translation>
    </message>
    <message>
        <source>There are no numbers yet.</source>
        <translation>Ainda não há números.</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>Save what is shown</source>
        <translation>Salvar o que se vê</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Não foi salvo</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another folder, or free some space.</source>
        <translation>Não é possível gravar “%1”. Escolha outra pasta ou libere espaço.</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>Salvar como imagem (PNG)…</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>Salvar como desenho (SVG)…</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)…</source>
        <translation>Salvar os números (CSV)…</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Mostrar os números</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>commas</source>
        <translation>vírgulas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>ponto e vírgula</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabulações</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>barras verticais</translation>
    </message>
    <message>
        <source>white space</source>
        <translation>espaços em branco</translation>
    </message>
    <message>
        <source>no grouping</source>
        <translation>sem separador de milhar</translation>
    </message>
    <message>
        <source>thousands apart by spaces</source>
        <translation>milhares separados por espaços</translation>
    </message>
    <message>
        <source>thousands apart by “%1”</source>
        <translation>milhares separados por “%1”</translation>
    </message>
    <message>
        <source>no comments</source>
        <translation>sem comentários</translation>
    </message>
    <message>
        <source>comments after %1</source>
        <translation>comentários após %1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificação</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Sinal decimal</translation>
    </message>
    <message>
        <source>Grouping of digits</source>
        <translation>Separador de milhar</translation>
    </message>
    <message>
        <source>Names of the columns</source>
        <translation>Nomes das colunas</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Comentários</translation>
    </message>
    <message>
        <source>Order in dates</source>
        <translation>Ordem nas datas</translation>
    </message>
    <message>
        <source>How letters are written as bytes: wrong, accents turn into odd signs.</source>
        <translation>Como as letras são escritas em bytes: se estiver errada, os acentos viram sinais estranhos.</translation>
    </message>
    <message>
        <source>What stands between two values of a line.</source>
        <translation>O que fica entre dois valores de uma linha.</translation>
    </message>
    <message>
        <source>What stands before the fraction of a number: 3.5 or 3,5.</source>
        <translation>O que vem antes da fração de um número: 3.5 ou 3,5.</translation>
    </message>
    <message>
        <source>What sets thousands apart in large numbers: 1,000,000.</source>
        <translation>O que separa os milhares em números grandes: 1.000.000.</translation>
    </message>
    <message>
        <source>Whether the first line holds the columns&apos; names or values already.</source>
        <translation>Se a primeira linha traz os nomes das colunas ou já traz valores.</translation>
    </message>
    <message>
        <source>Lines that begin with this sign are notes and no rows.</source>
        <translation>Linhas que começam com este sinal são anotações, não dados.</translation>
    </message>
    <message>
        <source>Whether 04/02/2015 is in February or in April.</source>
        <translation>Se 04/02/2015 fica em fevereiro ou em abril.</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>vírgula decimal</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>ponto decimal</translation>
    </message>
    <message>
        <source>names in line 1</source>
        <translation>nomes na linha 1</translation>
    </message>
    <message>
        <source>no names</source>
        <translation>sem nomes</translation>
    </message>
    <message>
        <source>dates day first</source>
        <translation>dia/mês/ano</translation>
    </message>
    <message>
        <source>dates month first</source>
        <translation>mês/dia/ano</translation>
    </message>
    <message>
        <source>thousands apart by apostrophes</source>
        <translation>milhares separados por apóstrofos</translation>
    </message>
    <message>
        <source>dates year first</source>
        <translation>ano/mês/dia</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>CO₂ from a car&apos;s own sensors</source>
        <translation>CO₂ pelos sensores do próprio carro</translation>
    </message>
    <message>
        <source>Learn grams per second from pressure, temperature, revolutions and speed</source>
        <translation>Aprenda gramas por segundo a partir de pressão, temperatura, rotação e velocidade</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Íris</translation>
    </message>
    <message>
        <source>Tell three flowers apart by four lengths</source>
        <translation>Distinga três flores por quatro medidas</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Seno</translation>
    </message>
    <message>
        <source>Learn a curve from noisy points: one number in, one out</source>
        <translation>Aprenda uma curva a partir de pontos com ruído: entra um número, sai outro</translation>
    </message>
    <message>
        <source>Which gesture?</source>
        <translation>Que gesto é esse?</translation>
    </message>
    <message>
        <source>Tell movements of a hand apart by its acceleration</source>
        <translation>Distinga movimentos da mão pela aceleração</translation>
    </message>
    <message>
        <source>Room occupancy</source>
        <translation>Sala ocupada</translation>
    </message>
    <message>
        <source>Is somebody there? From temperature, humidity, light and CO₂</source>
        <translation>Há alguém na sala? Por temperatura, umidade, luz e CO₂</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>Vinho</translation>
    </message>
    <message>
        <source>Tell three cultivars apart by 13 measurements of a chemist</source>
        <translation>Distinga três cultivares por 13 medidas químicas</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Dígitos</translation>
    </message>
    <message>
        <source>Read handwritten digits of 8 by 8 pixels</source>
        <translation>Leia dígitos manuscritos de 8 por 8 pixels</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>Compressão</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Placa</translation>
    </message>
</context>
<context>
    <name>TrainingTexts</name>
    <message>
        <source>The sum as it is: layers of these alone can only draw straight lines.</source>
        <translation>A soma como ela é: camadas só destas conseguem traçar apenas linhas retas.</translation>
    </message>
    <message>
        <source>The sum, or 0 where it is below 0: fast on every board, and the usual choice.</source>
        <translation>A soma, ou 0 quando ela fica abaixo de 0: rápida em qualquer placa, e a escolha usual.</translation>
    </message>
    <message>
        <source>ReLU that lets a little through below 0, so that no neuron falls silent for ever.</source>
        <translation>Uma ReLU que deixa passar um pouco abaixo de 0, para que nenhum neurônio se cale para sempre.</translation>
    </message>
    <message>
        <source>Like ReLU, but it bends softly to −1 below 0.</source>
        <translation>Como a ReLU, mas abaixo de 0 ela se curva suavemente até −1.</translation>
    </message>
    <message>
        <source>An S from 0 to 1: learns slowly where the sum is large.</source>
        <translation>Um S de 0 a 1: aprende devagar onde a soma é grande.</translation>
    </message>
    <message>
        <source>An S from −1 to 1: smooth, and good for smooth curves.</source>
        <translation>Um S de −1 a 1: suave, e boa para curvas suaves.</translation>
    </message>
    <message>
        <source>A ReLU without the corner at 0.</source>
        <translation>Uma ReLU sem a quina em 0.</translation>
    </message>
    <message>
        <source>The sum times its sigmoid: smooth, and often a little better than ReLU.</source>
        <translation>A soma vezes a sua sigmoide: suave, e muitas vezes um pouco melhor que a ReLU.</translation>
    </message>
    <message>
        <source>A sigmoid of three straight lines: cheap on a board.</source>
        <translation>Uma sigmoide feita de três retas: barata na placa.</translation>
    </message>
    <message>
        <source>A swish made of the hard sigmoid: cheap on a board.</source>
        <translation>Uma swish feita com a hard sigmoid: barata na placa.</translation>
    </message>
    <message>
        <source>A step straight down the slope of each batch: simple, and slow.</source>
        <translation>Um passo direto ladeira abaixo a cada lote: simples e lento.</translation>
    </message>
    <message>
        <source>Steps gather speed like a ball that rolls down the slope.</source>
        <translation>Os passos ganham velocidade, como uma bola que rola ladeira abaixo.</translation>
    </message>
    <message>
        <source>Momentum that looks ahead before it steps, and overshoots less.</source>
        <translation>Momentum que olha adiante antes do passo e passa menos do ponto.</translation>
    </message>
    <message>
        <source>Every weight has a step of its own, shorter where slopes are steep.</source>
        <translation>Cada peso tem o seu próprio passo, mais curto onde a ladeira é íngreme.</translation>
    </message>
    <message>
        <source>Momentum, with a step of its own for every weight: works nearly everywhere.</source>
        <translation>Momentum com um passo próprio para cada peso: funciona quase sempre.</translation>
    </message>
    <message>
        <source>Adam that also pulls weights towards 0: learns less by heart.</source>
        <translation>Adam que também puxa os pesos para 0: decora menos.</translation>
    </message>
    <message>
        <source>Adam that goes by the steepest slope so far: calm with rare, large ones.</source>
        <translation>Adam que segue a maior inclinação vista até agora: calmo com inclinações raras e grandes.</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>A taxa de aprendizado fica como está.</translation>
    </message>
    <message>
        <source>The learning rate falls to a tenth after each third of the epochs.</source>
        <translation>A taxa de aprendizado cai para um décimo a cada terço das épocas.</translation>
    </message>
    <message>
        <source>The learning rate falls along a smooth S to a hundredth: large steps find the place, small ones settle in it.</source>
        <translation>A taxa de aprendizado cai em um S suave até um centésimo: passos grandes acham o lugar, pequenos se acomodam nele.</translation>
    </message>
    <message>
        <source>The learning rate halves when the validation loss has not fallen for ten epochs.</source>
        <translation>A taxa de aprendizado cai pela metade quando a perda de validação não diminui por dez épocas.</translation>
    </message>
    <message>
        <source>Larger first weights, made for deep networks of ReLU.</source>
        <translation>Pesos iniciais maiores, feitos para redes profundas com ReLU.</translation>
    </message>
    <message>
        <source>How surprised the network is by the right class.</source>
        <translation>O quanto a classe certa surpreende a rede.</translation>
    </message>
    <message>
        <source>The same for two classes, learned with one output.</source>
        <translation>O mesmo para duas classes, aprendido com uma só saída.</translation>
    </message>
    <message>
        <source>Large errors count far more than small ones.</source>
        <translation>Erros grandes contam muito mais que os pequenos.</translation>
    </message>
    <message>
        <source>Every error counts by its size: outliers pull less.</source>
        <translation>Cada erro conta pelo seu tamanho: valores extremos puxam menos.</translation>
    </message>
    <message>
        <source>Squared for small errors, absolute for large ones: a good choice with outliers.</source>
        <translation>Quadrático para erros pequenos, absoluto para grandes: boa escolha quando há valores extremos.</translation>
    </message>
    <message>
        <source>First weights of a size that suits tanh and sigmoid; they do well in small networks.</source>
        <translation>Pesos iniciais do tamanho que convém a tanh e sigmoide; vão bem em redes pequenas.</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>The usual level: of an accelerometer, how the board is held.</source>
        <translation>O nível usual: num acelerômetro, como a placa está segurada.</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>desvio padrão</translation>
    </message>
    <message>
        <source>How much the readings move about their mean: the strength of a motion.</source>
        <translation>Quanto as leituras se movem em torno da média: a força de um movimento.</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>mínimo</translation>
    </message>
    <message>
        <source>The smallest reading.</source>
        <translation>A menor leitura.</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>The largest reading.</source>
        <translation>A maior leitura.</translation>
    </message>
    <message>
        <source>range</source>
        <translation>amplitude</translation>
    </message>
    <message>
        <source>Largest less smallest reading: one single jolt shows in it.</source>
        <translation>Maior menos menor leitura: um único solavanco já aparece.</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>RMS</translation>
    </message>
    <message>
        <source>Root of the mean square: the strength of a vibration or a current.</source>
        <translation>Raiz da média dos quadrados: a força de uma vibração ou corrente.</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>energia</translation>
    </message>
    <message>
        <source>Sum of the squares: grows with strength and with the window&apos;s length.</source>
        <translation>Soma dos quadrados: cresce com a força e com o tamanho da janela.</translation>
    </message>
    <message>
        <source>crossings</source>
        <translation>cruzamentos</translation>
    </message>
    <message>
        <source>How often the readings pass their mean: slow and fast motions differ.</source>
        <translation>Quantas vezes as leituras cruzam a média: movimentos lentos e rápidos diferem.</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>inclinação</translation>
    </message>
    <message>
        <source>Whether the readings rise or fall, and how fast.</source>
        <translation>Se as leituras sobem ou descem, e com que rapidez.</translation>
    </message>
    <message>
        <source>peaks</source>
        <translation>picos</translation>
    </message>
    <message>
        <source>How often the readings rise far above their mean: steps, beats, knocks.</source>
        <translation>Quantas vezes as leituras sobem muito acima da média: passos, batidas.</translation>
    </message>
    <message>
        <source>skewness</source>
        <translation>assimetria</translation>
    </message>
    <message>
        <source>Whether the readings stray farther up than down.</source>
        <translation>Se as leituras se afastam mais para cima do que para baixo.</translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation>curtose</translation>
    </message>
    <message>
        <source>Whether a few readings stray far from all others, as knocks do.</source>
        <translation>Se poucas leituras se afastam muito das outras, como em batidas.</translation>
    </message>
    <message>
        <source>band powers</source>
        <translation>potência por banda</translation>
    </message>
    <message>
        <source>How much of the motion is in each band of frequencies; needs a window of a power of two readings.</source>
        <translation>Quanto do movimento está em cada banda de frequências; a janela precisa ter 8, 16, 32… leituras.</translation>
    </message>
</context>
<context>
    <name>broto::ui::AnswerCard</name>
    <message>
        <source>the same</source>
        <translation>iguais</translation>
    </message>
    <message>
        <source>not the same</source>
        <translation>diferentes</translation>
    </message>
    <message>
        <source>Move a slider: board and workbench answer the same question.</source>
        <translation>Mova um controle: placa e bancada respondem à mesma pergunta.</translation>
    </message>
    <message>
        <source>Both refuse the row: %1 has no value, and nothing stands for it.</source>
        <translation>As duas recusam a linha: %1 não tem valor, e nada o substitui.</translation>
    </message>
    <message>
        <source>The same but for rounding, in %1</source>
        <translation>Iguais, a menos do arredondamento, em %1</translation>
    </message>
    <message>
        <source>Identical to the bit, in %1</source>
        <translation>Idênticas bit a bit, em %1</translation>
    </message>
    <message>
        <source>In the table: %1</source>
        <translation>Na tabela: %1</translation>
    </message>
    <message>
        <source>In the table: %1 (%2)</source>
        <translation>Na tabela: %1 (%2)</translation>
    </message>
    <message>
        <source>In brackets: by how much the board misses it</source>
        <translation>Entre parênteses: em quanto a placa errou</translation>
    </message>
    <message>
        <source>Outside of what was learned: %1. The answer is a guess.</source>
        <translation>Fora do que foi aprendido: %1. A resposta é um palpite.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Bancada</translation>
    </message>
</context>
<context>
    <name>broto::ui::AnswersOverTime</name>
    <message>
        <source>Answer, the newest on the right</source>
        <translation>Resposta, a mais nova à direita</translation>
    </message>
    <message>
        <source>Answers over time</source>
        <translation>Respostas ao longo do tempo</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respostas</translation>
    </message>
    <message>
        <source>board</source>
        <translation>placa</translation>
    </message>
    <message>
        <source>in the table</source>
        <translation>na tabela</translation>
    </message>
    <message>
        <source>not learned</source>
        <translation>não aprendido</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>diferente</translation>
    </message>
    <message>
        <source>right</source>
        <translation>certa</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>errada</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>Resposta %1</translation>
    </message>
    <message>
        <source>board: %1</source>
        <translation>placa: %1</translation>
    </message>
    <message>
        <source>workbench: %1</source>
        <translation>bancada: %1</translation>
    </message>
    <message>
        <source>in the table: %1</source>
        <translation>na tabela: %1</translation>
    </message>
    <message>
        <source>outside of what was learned</source>
        <translation>fora do que foi aprendido</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>resposta</translation>
    </message>
    <message>
        <source>workbench</source>
        <translation>bancada</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
</context>
<context>
    <name>broto::ui::AnswersPlot</name>
    <message>
        <source>Actual: %1</source>
        <translation>Real: %1</translation>
    </message>
    <message>
        <source>Predicted: %1</source>
        <translation>Previsto: %1</translation>
    </message>
    <message>
        <source>Actual − predicted</source>
        <translation>Real − previsto</translation>
    </message>
    <message>
        <source>Predicted and actual</source>
        <translation>Previsto e real</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Resíduos</translation>
    </message>
    <message>
        <source>Actual %1, predicted %2, difference %3</source>
        <translation>Real %1, previsto %2, diferença %3</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>real</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>previsto</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferença</translation>
    </message>
</context>
<context>
    <name>broto::ui::AnswersView</name>
    <message>
        <source>R² %1 · mean absolute error %2 · residuals: mean %3, deviation %4, largest %5 (row %6 of these).</source>
        <translation>R² %1 · erro absoluto médio %2 · resíduos: média %3, desvio %4, maior %5 (linha %6 destas).</translation>
    </message>
    <message>
        <source>Predicted against actual</source>
        <translation>Previsto × real</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Resíduos</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>O que se desenha</translation>
    </message>
    <message>
        <source>Good answers lie on the dashed line, without a pattern around it.</source>
        <translation>Boas respostas ficam na linha tracejada, sem um padrão em volta dela.</translation>
    </message>
</context>
<context>
    <name>broto::ui::AskPanel</name>
    <message>
        <source>Save what was asked and answered</source>
        <translation>Salvar perguntas e respostas</translation>
    </message>
    <message>
        <source>answers.csv</source>
        <translation>respostas.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelas (*.csv)</translation>
    </message>
    <message>
        <source>One question</source>
        <translation>Uma pergunta</translation>
    </message>
    <message>
        <source>Set every value yourself</source>
        <translation>Ajuste cada valor à mão</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>Linhas de teste</translation>
    </message>
    <message>
        <source>Rows of the table that the training has not seen</source>
        <translation>Linhas da tabela que o treino não viu</translation>
    </message>
    <message>
        <source>Where questions come from</source>
        <translation>De onde vêm as perguntas</translation>
    </message>
    <message>
        <source>The coloured part of a slider is what was learned.</source>
        <translation>A parte colorida de cada controle é o que foi aprendido.</translation>
    </message>
    <message>
        <source>Take a test row</source>
        <translation>Usar linha de teste</translation>
    </message>
    <message>
        <source>Set the sliders to the next row of the test part</source>
        <translation>Põe os controles na próxima linha da parte de teste</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Sensores</translation>
    </message>
    <message>
        <source>What the board&apos;s own pins give</source>
        <translation>O que os pinos da própria placa medem</translation>
    </message>
    <message>
        <source>Test rows come from a table: open one on the Data page.</source>
        <translation>Linhas de teste vêm de uma tabela: abra uma na página Dados.</translation>
    </message>
    <message>
        <source>The board&apos;s port is in use for its program; wait until that is done.</source>
        <translation>A porta está em uso para o programa da placa; espere até terminar.</translation>
    </message>
    <message>
        <source>There is no board to ask: choose one on the left, or start a virtual one.</source>
        <translation>Não há placa a quem perguntar: escolha uma à esquerda ou ligue uma virtual.</translation>
    </message>
</context>
<context>
    <name>broto::ui::BudgetBar</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; · %Ln parameter(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; · %Ln parâmetro</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; · %Ln parâmetros</numerusform>
        </translation>
    </message>
    <message>
        <source>Flash %1</source>
        <translation>Flash %1</translation>
    </message>
    <message>
        <source>RAM %1</source>
        <translation>RAM %1</translation>
    </message>
    <message>
        <source>Estimated for the model quantized to int8: the model and its code, without start-up code, drivers and the serial protocol. Time and energy are those of one answer at %1, from the design alone; Compress has the time of the model itself.</source>
        <translation>Estimativa para o modelo quantizado em int8: o modelo e o código dele, sem código de inicialização, drivers e protocolo serial. Tempo e energia são os de uma resposta a %1, só pelo projeto da rede; a página Compressão traz o tempo do próprio modelo.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CaptureView</name>
    <message>
        <source>Stop the capture</source>
        <translation>Parar a captura</translation>
    </message>
    <message>
        <source>Start the capture</source>
        <translation>Começar a captura</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>No line with numbers has come yet.</source>
        <translation>Ainda não chegou nenhuma linha com números.</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Colunas: %1</translation>
    </message>
    <message>
        <source>The capture begins in a moment.</source>
        <translation>A captura começa em instantes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) without such numbers passed over</source>
        <translation>
            <numerusform>%Ln linha sem esses números foi ignorada</numerusform>
            <numerusform>%Ln linhas sem esses números foram ignoradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a board on the left and listen to it.</source>
        <translation>Escolha uma placa à esquerda e escute-a.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>as the device names them</source>
        <translation>como o dispositivo as chama</translation>
    </message>
    <message>
        <source>Names apart by commas: for numbers without labels in their order, or the labels wanted</source>
        <translation>Nomes separados por vírgulas: para números sem rótulo, na ordem, ou os rótulos desejados</translation>
    </message>
    <message>
        <source>gesture</source>
        <translation>gesto</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>aceno</translation>
    </message>
    <message>
        <source>Value of the label</source>
        <translation>Valor do rótulo</translation>
    </message>
    <message>
        <source>A column with the same value in all rows: what is done meanwhile</source>
        <translation>Uma coluna com o mesmo valor em todas as linhas: o que se faz durante a captura</translation>
    </message>
    <message>
        <source>Countdown</source>
        <translation>Contagem regressiva</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duração</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>até parar</translation>
    </message>
    <message>
        <source>A column with the time</source>
        <translation>Uma coluna com o tempo</translation>
    </message>
    <message>
        <source>Use as the data</source>
        <translation>Usar como dados</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Acrescentar a %1</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>Salvar em um arquivo…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>How far the capture is</source>
        <translation>Andamento da captura</translation>
    </message>
    <message>
        <source>Listen to the board first: its columns are named here.</source>
        <translation>Primeiro escute a placa: as colunas dela aparecem aqui.</translation>
    </message>
    <message>
        <source>End it and keep the rows so far</source>
        <translation>Encerra e guarda as linhas coletadas até agora</translation>
    </message>
    <message>
        <source>Take the numbers that the board prints as rows of a table</source>
        <translation>Coleta os números que a placa imprime como linhas de uma tabela</translation>
    </message>
    <message>
        <source>Keep the rows, or throw them away, before others are captured.</source>
        <translation>Guarde ou descarte estas linhas antes de capturar outras.</translation>
    </message>
    <message>
        <source>No rows yet</source>
        <translation>Nenhuma linha ainda</translation>
    </message>
    <message>
        <source>A label needs a column and a value, such as “gesture” and “wave”.</source>
        <translation>Um rótulo precisa de uma coluna e um valor, como “gesto” e “aceno”.</translation>
    </message>
    <message>
        <source>No line came in %1: does the program on the board print, and at this baud rate? The Monitor shows all that comes.</source>
        <translation>Nenhuma linha chegou em %1: o programa da placa imprime, e com esta taxa de baud? O Monitor mostra tudo o que chega.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) came in %1, none with the numbers of a row: look at them in the Monitor.</source>
        <translation>
            <numerusform>%Ln linha chegou em %1, sem os números de uma linha da tabela: veja-a no Monitor.</numerusform>
            <numerusform>%Ln linhas chegaram em %1, nenhuma com os números de uma linha da tabela: veja-as no Monitor.</numerusform>
        </translation>
    </message>
    <message>
        <source>Label&apos;s column</source>
        <translation>Coluna do rótulo</translation>
    </message>
    <message>
        <source>Its value</source>
        <translation>Valor do rótulo</translation>
    </message>
    <message>
        <source>Column of the label</source>
        <translation>Coluna do rótulo</translation>
    </message>
</context>
<context>
    <name>broto::ui::ChangedAnswersModel</name>
    <message>
        <source>became wrong</source>
        <translation>ficou errada</translation>
    </message>
    <message>
        <source>became right</source>
        <translation>ficou certa</translation>
    </message>
    <message>
        <source>wrong in another way</source>
        <translation>errada de outro jeito</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Correta</translation>
    </message>
    <message>
        <source>In float</source>
        <translation>Em float</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aqui</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudança</translation>
    </message>
</context>
<context>
    <name>broto::ui::ChangedAnswersView</name>
    <message>
        <source>%1 of class %2 answered as %3</source>
        <translation>%1 da classe %2 respondidas como %3</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Comparando …</translation>
    </message>
    <message>
        <source>Choose a variant in the table.</source>
        <translation>Escolha uma variante na tabela.</translation>
    </message>
    <message>
        <source>%1 of %2 test rows have another answer than in float.</source>
        <translation>%1 de %2 linhas de teste têm resposta diferente da do float.</translation>
    </message>
    <message>
        <source>Confusion matrix in float</source>
        <translation>Matriz de confusão em float</translation>
    </message>
    <message>
        <source>Confusion matrix of the variant</source>
        <translation>Matriz de confusão da variante</translation>
    </message>
    <message>
        <source>Rows with another answer</source>
        <translation>Linhas com resposta diferente</translation>
    </message>
    <message>
        <source>The data are not those of the training: train again.</source>
        <translation>Os dados não são os do treino: treine de novo.</translation>
    </message>
    <message>
        <source>There are no test rows to compare.</source>
        <translation>Não há linhas de teste para comparar.</translation>
    </message>
    <message>
        <source>The answers differ from those in float by %1 on average, and by %2 at most.</source>
        <translation>As respostas diferem das do float em %1 em média, e no máximo em %2.</translation>
    </message>
    <message>
        <source>Double-click a row, or press Enter, to follow its numbers through the variant.</source>
        <translation>Clique duas vezes em uma linha, ou tecle Enter, para seguir os números dela pela variante.</translation>
    </message>
    <message>
        <source>%1: true ↓ answered →</source>
        <translation>%1: real ↓ resposta →</translation>
    </message>
</context>
<context>
    <name>broto::ui::CheckList</name>
    <message>
        <source>Looking at the data…</source>
        <translation>Verificando os dados…</translation>
    </message>
    <message>
        <source>No problems found. The data are ready for training.</source>
        <translation>Nenhum problema encontrado. Os dados estão prontos para o treino.</translation>
    </message>
    <message>
        <source>Checks appear once what is said on this page is mended.</source>
        <translation>As verificações aparecem quando o que esta página aponta for corrigido.</translation>
    </message>
    <message>
        <source>Checks appear once a target is chosen.</source>
        <translation>As verificações aparecem quando um alvo é escolhido.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CheckRow</name>
    <message>
        <source>Does this at once; it can be undone.</source>
        <translation>Faz isto na hora; pode ser desfeito.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CheckVerdict</name>
    <message>
        <source>%1 answered as %2, in %3 each.</source>
        <translation>%1 respondeu como %2, em %3 por linha.</translation>
    </message>
    <message>
        <source>It is the ready-made program, which takes its time: with %1 a faster one is compiled.</source>
        <translation>Este é o programa pronto, que é mais lento: com o %1 se compila um mais rápido.</translation>
    </message>
    <message>
        <source>%1 were estimated.</source>
        <translation>A estimativa era de %1.</translation>
    </message>
    <message>
        <source>%1 were estimated with every score, as the check asks for them, and %2 for the class alone.</source>
        <translation>A estimativa era de %1 com todas as pontuações, como a conferência pede, e de %2 só para a classe.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ChecksNote</name>
    <message numerus="yes">
        <source>%Ln thing(s) about the data may make the result deceive.</source>
        <translation>
            <numerusform>%Ln coisa nos dados pode tornar o resultado enganoso.</numerusform>
            <numerusform>%Ln coisas nos dados podem tornar o resultado enganoso.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ver quais</translation>
    </message>
</context>
<context>
    <name>broto::ui::ClassCounts</name>
    <message>
        <source>Rows of each class for training, validation and test</source>
        <translation>Linhas de cada classe para treino, validação e teste</translation>
    </message>
</context>
<context>
    <name>broto::ui::ClassScoresModel</name>
    <message numerus="yes">
        <source>%1: %Ln row(s)</source>
        <translation>
            <numerusform>%1: %Ln linha</numerusform>
            <numerusform>%1: %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Revocação</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Of the rows answered as this class, how many are of it.</source>
        <translation>Das linhas respondidas como esta classe, quantas são dela.</translation>
    </message>
    <message>
        <source>Of the rows of this class, how many are answered as it.</source>
        <translation>Das linhas desta classe, quantas são respondidas como ela.</translation>
    </message>
    <message>
        <source>Precision and recall in one number: low when either is.</source>
        <translation>Precisão e revocação em um só número: baixo quando uma das duas é baixa.</translation>
    </message>
    <message>
        <source>Area under the ROC curve: how likely a row of the class is held for it more than one of the others.</source>
        <translation>Área sob a curva ROC: quão provável é que uma linha da classe pareça mais dela que uma das outras.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ClassesView</name>
    <message>
        <source>Balanced accuracy %1 · mean F1 %2 · mean area under the curves %3</source>
        <translation>Acurácia balanceada %1 · F1 médio %2 · área média sob as curvas %3</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of each class</source>
        <translation>Precisão, revocação e F1 de cada classe</translation>
    </message>
    <message>
        <source>Rare classes count as much in the means as frequent ones.</source>
        <translation>Nas médias, classes raras contam tanto quanto as frequentes.</translation>
    </message>
    <message>
        <source>A curve in the upper left corner parts its class perfectly; one on the dashed line guesses.</source>
        <translation>Uma curva que passa pelo canto superior esquerdo separa a sua classe perfeitamente; uma na linha tracejada chuta.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln more line(s)</source>
        <translation>
            <numerusform>… mais %Ln linha</numerusform>
            <numerusform>… mais %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Expandir tudo</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Recolher tudo</translation>
    </message>
</context>
<context>
    <name>broto::ui::ColumnCard</name>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Role of the column</source>
        <translation>Papel da coluna</translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln coluna</numerusform>
            <numerusform>%Ln colunas</numerusform>
        </translation>
    </message>
    <message>
        <source>different ones</source>
        <translation>diferentes</translation>
    </message>
    <message>
        <source>Choose one for all of them.</source>
        <translation>Escolha um para todas.</translation>
    </message>
    <message>
        <source>%1, as its values suggest</source>
        <translation>%1, como os valores sugerem</translation>
    </message>
    <message>
        <source>Select a column in the table to see its values and to decide about it.</source>
        <translation>Selecione uma coluna na tabela para ver seus valores e decidir sobre ela.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>What the column is for: to learn from, to be learned, or something about the rows.</source>
        <translation>Para que serve a coluna: aprender com ela, ser aprendida, ou dizer algo sobre as linhas.</translation>
    </message>
    <message>
        <source>Type of the column</source>
        <translation>Tipo da coluna</translation>
    </message>
    <message>
        <source>Numbers have a size, categories are only different: a sensor&apos;s number is a category.</source>
        <translation>Números têm tamanho, categorias só são diferentes: o número de um sensor é uma categoria.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ColumnFacts</name>
    <message>
        <source>Different values</source>
        <translation>Valores diferentes</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mais de %1</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Desvio</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Primeiro</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Último</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>mais %Ln</numerusform>
            <numerusform>mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ColumnHeader</name>
    <message>
        <source>Sorts by this column: ascending, descending, as in the file</source>
        <translation>Ordena por esta coluna: crescente, decrescente, como no arquivo</translation>
    </message>
</context>
<context>
    <name>broto::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Digite o que quer fazer</translation>
    </message>
    <message>
        <source>What you want to do</source>
        <translation>O que você quer fazer</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Nenhum comando tem essas palavras.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CompressPage</name>
    <message>
        <source>Compress</source>
        <translation>Comprimir</translation>
    </message>
    <message>
        <source>Make the network small enough for the board and see what it costs in quality.</source>
        <translation>Faça a rede caber na placa e veja quanto isso custa em qualidade.</translation>
    </message>
    <message>
        <source>Read the C++</source>
        <translation>Ler o C++</translation>
    </message>
    <message>
        <source>Variants side by side</source>
        <translation>Variantes lado a lado</translation>
    </message>
    <message>
        <source>Flash, RAM and time are estimates for %1 (%2 at %3), of the model and its code alone.</source>
        <translation>Flash, RAM e tempo são estimativas para %1 (%2 a %3), só do modelo e do seu código.</translation>
    </message>
    <message>
        <source>%1× smaller</source>
        <translation>%1× menor</translation>
    </message>
    <message>
        <source>There are no variants of this run yet. They are made after every training, and when you press Compress.</source>
        <translation>Ainda não há variantes deste treino. Elas são feitas depois de cada treino e quando você clica em Comprimir.</translation>
    </message>
    <message numerus="yes">
        <source>Compress in %n ways</source>
        <translation>
            <numerusform>Comprimir de %n forma</numerusform>
            <numerusform>Comprimir de %n formas</numerusform>
        </translation>
    </message>
    <message>
        <source>Making %1 …</source>
        <translation>Fazendo %1 …</translation>
    </message>
    <message>
        <source>Tick at least one way.</source>
        <translation>Marque pelo menos uma forma.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Takes the variant out of the project; it can be undone (Del).</source>
        <translation>Tira a variante do projeto; pode ser desfeito (Del).</translation>
    </message>
    <message>
        <source>Making %1 (%2 of %3) …</source>
        <translation>Fazendo %1 (%2 de %3) …</translation>
    </message>
    <message>
        <source>%1× larger</source>
        <translation>%1× maior</translation>
    </message>
    <message>
        <source>as %1. %2 on the test rows changes by %3.</source>
        <translation>como %1. %2 nas linhas de teste muda %3.</translation>
    </message>
    <message>
        <source>as %1. There are no test rows to tell what it costs.</source>
        <translation>como %1. Não há linhas de teste que digam quanto custa.</translation>
    </message>
    <message>
        <source>%1 does not fit the RAM of the %2. Make the layers or the windows smaller, or choose another board.</source>
        <translation>%1 não cabe na RAM da placa %2. Diminua as camadas ou as janelas, ou escolha outra placa.</translation>
    </message>
    <message>
        <source>%1 does not fit the flash of the %2. Make it smaller, or choose another board.</source>
        <translation>%1 não cabe na flash da placa %2. Diminua o modelo ou escolha outra placa.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ConfusionMap</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusão</translation>
    </message>
    <message>
        <source>%1 of class %2 answered as %3: %4 of its rows</source>
        <translation>%1 da classe %2 respondidas como %3: %4 das suas linhas</translation>
    </message>
    <message>
        <source>answered →</source>
        <translation>resposta →</translation>
    </message>
    <message>
        <source>true ↓</source>
        <translation>real ↓</translation>
    </message>
</context>
<context>
    <name>broto::ui::ConfusionView</name>
    <message>
        <source>A row of cells is a class: on the diagonal what was answered right, beside it what it was taken for.</source>
        <translation>Cada fileira é uma classe: na diagonal o que foi respondido certo, ao lado aquilo com que foi confundida.</translation>
    </message>
</context>
<context>
    <name>broto::ui::CorrelationView</name>
    <message>
        <source>Open a table to see which columns go together.</source>
        <translation>Abra uma tabela para ver quais colunas andam juntas.</translation>
    </message>
    <message>
        <source>There are no two columns that could go together: numbers or categories with more than one value.</source>
        <translation>Não há duas colunas que possam andar juntas: números ou categorias com mais de um valor.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more column(s) found no place here.</source>
        <translation>
            <numerusform>Mais %Ln coluna não coube aqui.</numerusform>
            <numerusform>Mais %Ln colunas não couberam aqui.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message>
        <source>1: they go together; 0: one says nothing about the other; −1: one falls where the other rises. Click a cell to see its rows.</source>
        <translation>1: andam juntas; 0: uma nada diz da outra; −1: uma cai onde a outra sobe. Clique em uma célula para ver suas linhas.</translation>
    </message>
    <message>
        <source>Between numbers this is Pearson&apos;s correlation, between a category and a number the correlation ratio, between categories Cramér&apos;s V.</source>
        <translation>Entre números é a correlação de Pearson, entre uma categoria e um número a razão de correlação, entre categorias o V de Cramér.</translation>
    </message>
    <message>
        <source>With “%1”</source>
        <translation>Com “%1”</translation>
    </message>
    <message>
        <source>Columns by their correlation with the target</source>
        <translation>Colunas pela correlação com o alvo</translation>
    </message>
    <message>
        <source>The strongest first; a click shows the two columns against each other</source>
        <translation>A mais forte primeiro; um clique mostra uma coluna em função da outra</translation>
    </message>
</context>
<context>
    <name>broto::ui::DataPage</name>
    <message>
        <source>Design the network</source>
        <translation>Montar a rede</translation>
    </message>
    <message>
        <source>Choose the test file</source>
        <translation>Escolher o arquivo de teste</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabelas (*.csv *.tsv *.txt);;Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>broto::ui::DataView</name>
    <message>
        <source>Working… %1 %</source>
        <translation>Calculando… %1 %</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave the view as it was before</source>
        <translation>Deixa a visualização como estava antes</translation>
    </message>
</context>
<context>
    <name>broto::ui::DataViews</name>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>The rows as they were read; filter and sort them</source>
        <translation>As linhas como foram lidas; filtre e ordene</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribuição</translation>
    </message>
    <message>
        <source>How often which values of a column occur, and its statistics</source>
        <translation>Com que frequência cada valor de uma coluna ocorre, e suas estatísticas</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Dispersão</translation>
    </message>
    <message>
        <source>Two columns against each other, one point a row</source>
        <translation>Uma coluna em função da outra, um ponto por linha</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Correlação</translation>
    </message>
    <message>
        <source>Which columns go together, and which go with the target</source>
        <translation>Quais colunas andam juntas, e quais andam com o alvo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>A column in the order in which its values were taken</source>
        <translation>Uma coluna na ordem em que seus valores foram medidos</translation>
    </message>
    <message>
        <source>Ways to look at the data</source>
        <translation>Formas de ver os dados</translation>
    </message>
</context>
<context>
    <name>broto::ui::DeviceLog</name>
    <message>
        <source>Hide the log</source>
        <translation>Esconder o registro</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Mostrar o registro</translation>
    </message>
    <message>
        <source>What compiler and uploader said</source>
        <translation>O que o compilador e o gravador disseram</translation>
    </message>
</context>
<context>
    <name>broto::ui::DevicePage</name>
    <message>
        <source>Put the model on a board and compare its answers with the workbench, number by number.</source>
        <translation>Ponha o modelo numa placa e compare as respostas com as da bancada, número por número.</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Placas</translation>
    </message>
    <message>
        <source>No board is chosen. A virtual one runs the same program.</source>
        <translation>Nenhuma placa foi escolhida. Uma virtual roda o mesmo programa.</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Start a virtual %1</source>
        <translation>Ligar um %1 virtual</translation>
    </message>
    <message>
        <source>This version has no virtual board of this kind.</source>
        <translation>Esta versão não tem placa virtual deste tipo.</translation>
    </message>
    <message>
        <source>Build, upload and check</source>
        <translation>Compilar, gravar e conferir</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Put the model on the board and check it</source>
        <translation>Gravar o modelo na placa e conferir</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>The lines that the board prints</source>
        <translation>As linhas que a placa imprime</translation>
    </message>
    <message>
        <source>Plotter</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>The numbers that the board prints, drawn over time</source>
        <translation>Os números que a placa imprime, desenhados ao longo do tempo</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Captura</translation>
    </message>
    <message>
        <source>Rows for a table from the numbers that the board prints</source>
        <translation>Linhas para uma tabela a partir dos números que a placa imprime</translation>
    </message>
    <message>
        <source>What to do with the board</source>
        <translation>O que fazer com a placa</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>Instalar %1</translation>
    </message>
    <message>
        <source>Download it with arduino-cli and install it for you alone. This takes some minutes.</source>
        <translation>Baixar com o arduino-cli e instalar só para você. Isso leva alguns minutos.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Perguntar</translation>
    </message>
    <message>
        <source>Ask the board and the workbench the same, and see both answers</source>
        <translation>Faça a mesma pergunta à placa e à bancada e veja as duas respostas</translation>
    </message>
    <message>
        <source>Something is running: wait until it is done, or cancel it.</source>
        <translation>Há algo em andamento: espere até terminar ou cancele.</translation>
    </message>
</context>
<context>
    <name>broto::ui::DistributionPlot</name>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln outra</numerusform>
            <numerusform>%Ln outras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>other rows</source>
        <translation>outras linhas</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>linhas</translation>
    </message>
</context>
<context>
    <name>broto::ui::DistributionView</name>
    <message>
        <source>Choose a column to see how its values are distributed.</source>
        <translation>Escolha uma coluna para ver como seus valores se distribuem.</translation>
    </message>
    <message>
        <source>The column “%1” has no values.</source>
        <translation>A coluna “%1” não tem valores.</translation>
    </message>
    <message>
        <source>Colours: the classes of the target.</source>
        <translation>Cores: as classes do alvo.</translation>
    </message>
    <message>
        <source>Colours: four equally large groups of rows, from small to large values of the target.</source>
        <translation>Cores: quatro grupos de linhas do mesmo tamanho, dos menores aos maiores valores do alvo.</translation>
    </message>
    <message>
        <source>This is the target. Colours: the parts that the rows are shared out to.</source>
        <translation>Este é o alvo. Cores: as partes em que as linhas foram divididas.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausentes</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Valores diferentes</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Desvio padrão</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Menor</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Primeiro quartil</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Terceiro quartil</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Maior</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>The column whose values are counted</source>
        <translation>A coluna cujos valores são contados</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Distribuição</translation>
    </message>
</context>
<context>
    <name>broto::ui::Document</name>
    <message>
        <source>Imported model</source>
        <translation>Modelo importado</translation>
    </message>
</context>
<context>
    <name>broto::ui::ExplainButton</name>
    <message>
        <source>Explain this page</source>
        <translation>Explicar esta página</translation>
    </message>
    <message>
        <source>What this page is for, how to read it, and what its words mean (F1)</source>
        <translation>Para que serve esta página, como lê-la e o que significam as suas palavras (F1)</translation>
    </message>
</context>
<context>
    <name>broto::ui::ExplanationPanel</name>
    <message>
        <source>Close the explanation</source>
        <translation>Fechar a explicação</translation>
    </message>
    <message>
        <source>Closes the explanation (F1)</source>
        <translation>Fecha a explicação (F1)</translation>
    </message>
    <message>
        <source>Explanation of the page</source>
        <translation>Explicação da página</translation>
    </message>
</context>
<context>
    <name>broto::ui::ExportActions</name>
    <message>
        <source>Save the export</source>
        <translation>Salvar a exportação</translation>
    </message>
    <message>
        <source>There is already %1 with other content. Replace it?</source>
        <translation>Já existe %1 com outro conteúdo. Substituir?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>The folder to save the export in</source>
        <translation>A pasta para salvar a exportação</translation>
    </message>
</context>
<context>
    <name>broto::ui::ExportPage</name>
    <message>
        <source>Try it on a board</source>
        <translation>Testar numa placa</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>No library, no heap: the model takes readings in their own units and answers, on any board.</source>
        <translation>Sem biblioteca, sem heap: o modelo recebe leituras nas suas próprias unidades e responde, em qualquer placa.</translation>
    </message>
    <message>
        <source>The variant that all pages are about.</source>
        <translation>A variante de que tratam todas as páginas.</translation>
    </message>
    <message>
        <source>Saves the files of the chosen format where you want them (Ctrl+Shift+E).</source>
        <translation>Salva os arquivos do formato escolhido onde você quiser (Ctrl+Shift+E).</translation>
    </message>
    <message>
        <source>Copy files</source>
        <translation>Copiar arquivos</translation>
    </message>
    <message>
        <source>Copies the files, to be pasted into a folder or an email (Ctrl+C on a card).</source>
        <translation>Copia os arquivos, para colar em uma pasta ou em um e-mail (Ctrl+C em um cartão).</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Opens the folder that the files were saved in, or one with a copy of them.</source>
        <translation>Abre a pasta em que os arquivos foram salvos, ou uma com uma cópia deles.</translation>
    </message>
    <message>
        <source>Open in Arduino IDE</source>
        <translation>Abrir no Arduino IDE</translation>
    </message>
    <message>
        <source>Puts the sketch into your sketchbook, beside what is there, and opens it.</source>
        <translation>Põe o sketch na sua pasta de sketches, ao lado do que já está lá, e o abre.</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>The thin line is all the flash of %1 that a sketch may use; below, what the model and its code take of it. Estimated, without start-up code and drivers.</source>
        <translation>A linha fina é toda a flash de %1 que um sketch pode usar; abaixo, o que o modelo e seu código ocupam dela. Estimado, sem código de inicialização nem drivers.</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>The thin line is all the RAM of %1; below, what the model takes of it. The stack is not counted.</source>
        <translation>A linha fina é toda a RAM de %1; abaixo, o que o modelo ocupa dela. A pilha não é contada.</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>não é possível</translation>
    </message>
    <message>
        <source>Drag the card to a folder or an email.</source>
        <translation>Arraste o cartão para uma pasta ou um e-mail.</translation>
    </message>
    <message>
        <source>Without loops, for speed</source>
        <translation>Sem laços, mais rápido</translation>
    </message>
    <message>
        <source>Every weight becomes a number in an instruction: about half the time of an answer, at 11 bytes of flash a weight. Other boards than those with an AVR take the loops.</source>
        <translation>Cada peso vira um número em uma instrução: cerca da metade do tempo de uma resposta, ao custo de 11 bytes de flash por peso. Placas sem AVR usam os laços.</translation>
    </message>
</context>
<context>
    <name>broto::ui::FeatureRow</name>
    <message>
        <source>%1 stands for it</source>
        <translation>%1 no lugar dele</translation>
    </message>
    <message>
        <source>no value: refused</source>
        <translation>sem valor: recusado</translation>
    </message>
    <message>
        <source>never learned</source>
        <translation>nunca aprendido</translation>
    </message>
    <message>
        <source>outside %1</source>
        <translation>fora de %1</translation>
    </message>
    <message>
        <source>What the training rows held. Of values beyond it the model has learned nothing.</source>
        <translation>O que havia nas linhas de treino. Sobre valores além disso o modelo não aprendeu nada.</translation>
    </message>
    <message>
        <source>(one that was never learned)</source>
        <translation>(uma nunca aprendida)</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>(sem valor)</translation>
    </message>
    <message>
        <source>The category that both are asked about</source>
        <translation>A categoria sobre a qual se pergunta às duas</translation>
    </message>
    <message>
        <source>Drag to ask; the coloured part is what the training rows held</source>
        <translation>Arraste para perguntar; a parte colorida é o que havia nas linhas de treino</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Valor de %1</translation>
    </message>
    <message>
        <source>Type any value and press Enter to ask</source>
        <translation>Digite qualquer valor e tecle Enter para perguntar</translation>
    </message>
    <message>
        <source>No value for %1</source>
        <translation>Sem valor para %1</translation>
    </message>
    <message>
        <source>No value: ask what happens when the sensor is silent</source>
        <translation>Sem valor: pergunte o que acontece quando o sensor se cala</translation>
    </message>
</context>
<context>
    <name>broto::ui::FilesView</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Which of the format&apos;s files is shown below.</source>
        <translation>Qual dos arquivos do formato aparece abaixo.</translation>
    </message>
    <message>
        <source>This format has one file: it is shown below.</source>
        <translation>Este formato tem um único arquivo: é o que aparece abaixo.</translation>
    </message>
    <message>
        <source>This file is no text: it is for other programs to read.</source>
        <translation>Este arquivo não é texto: é para outros programas lerem.</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>Expandir tudo</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Recolher tudo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Unfolds or folds the long lists of numbers; Enter does so with the one at the cursor.</source>
        <translation>Expande ou recolhe as listas longas de números; Enter faz o mesmo com a que está no cursor.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copies the whole file as text, folded or not.</source>
        <translation>Copia o arquivo inteiro como texto, com as listas recolhidas ou não.</translation>
    </message>
    <message>
        <source>Exported code</source>
        <translation>Código exportado</translation>
    </message>
</context>
<context>
    <name>broto::ui::FindBar</name>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln ocorrência</numerusform>
            <numerusform>%Ln ocorrências</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>Procurar no código</translation>
    </message>
    <message>
        <source>Finds a text in all of the code, folded or not (Ctrl+F); Enter goes on, Esc ends.</source>
        <translation>Procura um texto em todo o código, mesmo nas listas recolhidas (Ctrl+F); Enter continua, Esc termina.</translation>
    </message>
    <message>
        <source>The place before (Shift+F3).</source>
        <translation>A ocorrência anterior (Shift+F3).</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Ocorrência anterior</translation>
    </message>
    <message>
        <source>The next place (F3).</source>
        <translation>A próxima ocorrência (F3).</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Próxima ocorrência</translation>
    </message>
    <message>
        <source>Which of the places is marked, and how many there are.</source>
        <translation>Qual das ocorrências está marcada, e quantas há.</translation>
    </message>
</context>
<context>
    <name>broto::ui::FlashSteps</name>
    <message numerus="yes">
        <source>%Ln row(s) compared</source>
        <translation>
            <numerusform>%Ln linha comparada</numerusform>
            <numerusform>%Ln linhas comparadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: the board may hold half a program. Uploading again mends it.</source>
        <translation>Cancelado: a placa pode ter ficado com meio programa. Grave de novo para corrigir.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Nothing was built</source>
        <translation>Nada foi compilado</translation>
    </message>
    <message>
        <source>The program did not get onto the board whole. Uploading again mends it.</source>
        <translation>O programa não chegou inteiro à placa. Grave de novo para corrigir.</translation>
    </message>
    <message>
        <source>The check broke off</source>
        <translation>A conferência foi interrompida</translation>
    </message>
    <message>
        <source>Flash %1 · RAM %2, of the ready-made program</source>
        <translation>Flash %1 · RAM %2, do programa pronto</translation>
    </message>
    <message>
        <source>Flash %1 · RAM %2, measured</source>
        <translation>Flash %1 · RAM %2, medidos</translation>
    </message>
    <message>
        <source>Written and verified</source>
        <translation>Gravado e verificado</translation>
    </message>
    <message>
        <source>Copied to the board&apos;s drive</source>
        <translation>Copiado para a unidade da placa</translation>
    </message>
    <message>
        <source>Compile the firmware for %1</source>
        <translation>Compilar o firmware para %1</translation>
    </message>
    <message>
        <source>Copy it to the board&apos;s drive</source>
        <translation>Copiar para a unidade da placa</translation>
    </message>
    <message>
        <source>Write it to the board and read it back</source>
        <translation>Gravar na placa e ler de volta</translation>
    </message>
    <message>
        <source>Send rows and compare every answer</source>
        <translation>Enviar linhas e comparar cada resposta</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Compilar</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Conferir</translation>
    </message>
</context>
<context>
    <name>broto::ui::FoldsModel</name>
    <message>
        <source>Fold</source>
        <translation>Dobra</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Melhor época</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>Which part of the rows was the test.</source>
        <translation>Qual parte das linhas foi o teste.</translation>
    </message>
    <message>
        <source>The epoch whose weights were kept.</source>
        <translation>A época cujos pesos foram guardados.</translation>
    </message>
    <message>
        <source>On the rows that were learned.</source>
        <translation>Nas linhas aprendidas.</translation>
    </message>
    <message>
        <source>On the rows that chose the best epoch.</source>
        <translation>Nas linhas que escolheram a melhor época.</translation>
    </message>
    <message>
        <source>On the rows of this fold, which were not seen in training.</source>
        <translation>Nas linhas desta dobra, que não foram vistas no treino.</translation>
    </message>
</context>
<context>
    <name>broto::ui::FoldsView</name>
    <message>
        <source>Data, network or settings have been changed since: train the folds again.</source>
        <translation>Os dados, a rede ou os ajustes mudaram desde então: treine as dobras de novo.</translation>
    </message>
    <message>
        <source>The deviation says how much of a result is a matter of which rows are for the test: two networks that lie closer together are hardly told apart.</source>
        <translation>O desvio diz quanto do resultado depende de quais linhas são do teste: duas redes mais próximas que isso mal se distinguem.</translation>
    </message>
    <message>
        <source>Fold %1 of %2 is being trained.</source>
        <translation>Treinando a dobra %1 de %2.</translation>
    </message>
    <message>
        <source>Cancelled before the last fold.</source>
        <translation>Cancelado antes da última dobra.</translation>
    </message>
    <message numerus="yes">
        <source>%1 on the test rows of %n fold(s): %2 ± %3 (mean and deviation)</source>
        <translation>
            <numerusform>%1 nas linhas de teste de %n dobra: %2 ± %3 (média e desvio)</numerusform>
            <numerusform>%1 nas linhas de teste de %n dobras: %2 ± %3 (média e desvio)</numerusform>
        </translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Dobras</translation>
    </message>
    <message>
        <source>Into how many equal parts the rows are divided; each is the test once.</source>
        <translation>Em quantas partes iguais as linhas são divididas; cada uma é o teste uma vez.</translation>
    </message>
    <message>
        <source>Train every fold</source>
        <translation>Treinar cada dobra</translation>
    </message>
    <message>
        <source>Trains the network once for each fold, from the same seed. Project and runs stay as they are.</source>
        <translation>Treina a rede uma vez para cada dobra, com a mesma semente. O projeto e os treinos ficam como estão.</translation>
    </message>
    <message>
        <source>Is it skill or luck? Train the network once for every fold, each time with other rows for the test, and see how far the results lie apart.</source>
        <translation>É mérito ou sorte? Treine a rede uma vez para cada dobra, sempre com outras linhas para o teste, e veja quanto os resultados diferem.</translation>
    </message>
    <message>
        <source>Results of the folds</source>
        <translation>Resultados das dobras</translation>
    </message>
</context>
<context>
    <name>broto::ui::FormatCard</name>
    <message>
        <source>Drag the card to a folder, another program or an email, or copy its files (Ctrl+C).</source>
        <translation>Arraste o cartão para uma pasta, outro programa ou um e-mail, ou copie seus arquivos (Ctrl+C).</translation>
    </message>
</context>
<context>
    <name>broto::ui::InsideView</name>
    <message>
        <source>no difference</source>
        <translation>sem diferença</translation>
    </message>
    <message numerus="yes">
        <source>Layer %1, %n neurons</source>
        <translation>
            <numerusform>Camada %1, %n neurônio</numerusform>
            <numerusform>Camada %1, %n neurônios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output layer, %n neurons</source>
        <translation>
            <numerusform>Camada de saída, %n neurônio</numerusform>
            <numerusform>Camada de saída, %n neurônios</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Examinando …</translation>
    </message>
    <message>
        <source>Choose a variant in the table.</source>
        <translation>Escolha uma variante na tabela.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Output, in the scaled unit</source>
        <translation>Saída, na unidade escalada</translation>
    </message>
    <message numerus="yes">
        <source>on %n rows</source>
        <translation>
            <numerusform>em %n linha</numerusform>
            <numerusform>em %n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept as</source>
        <translation>Guardados como</translation>
    </message>
    <message>
        <source>Different weights</source>
        <translation>Pesos diferentes</translation>
    </message>
    <message>
        <source>Weights of 0</source>
        <translation>Pesos iguais a 0</translation>
    </message>
    <message>
        <source>Weights to noise</source>
        <translation>Sinal/ruído dos pesos</translation>
    </message>
    <message>
        <source>Outputs to noise</source>
        <translation>Sinal/ruído das saídas</translation>
    </message>
    <message>
        <source>At the upper end</source>
        <translation>No limite superior</translation>
    </message>
    <message>
        <source>Cut off above</source>
        <translation>Cortados em cima</translation>
    </message>
    <message>
        <source>Largest sum</source>
        <translation>Maior soma</translation>
    </message>
    <message>
        <source>%1 of 24 bits</source>
        <translation>%1 de 24 bits</translation>
    </message>
    <message>
        <source>Possible sum</source>
        <translation>Soma possível</translation>
    </message>
    <message>
        <source>Dead neurons</source>
        <translation>Neurônios mortos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>The layer that is looked at.</source>
        <translation>A camada examinada.</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>O que se conta</translation>
    </message>
    <message>
        <source>The weights of the layer, or what its neurons say for the test rows.</source>
        <translation>Os pesos da camada, ou o que os seus neurônios respondem às linhas de teste.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Saídas</translation>
    </message>
    <message>
        <source>Signal to noise: how much larger what is meant is than what rounding changes. Each 6 dB are a bit more. Dead neurons never answer.</source>
        <translation>Sinal/ruído: quanto o valor pretendido é maior do que o arredondamento muda. Cada 6 dB são um bit a mais. Neurônios mortos nunca respondem.</translation>
    </message>
    <message>
        <source>The data are not those of the training: train again.</source>
        <translation>Os dados não são os do treino: treine de novo.</translation>
    </message>
    <message>
        <source>%1; its weights are others than in float, which counts as noise</source>
        <translation>%1; os pesos são diferentes dos do float, o que conta como ruído</translation>
    </message>
    <message>
        <source>What is known about the layer</source>
        <translation>O que se sabe da camada</translation>
    </message>
</context>
<context>
    <name>broto::ui::JobLine</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>End now and keep the best result so far</source>
        <translation>Terminar agora e guardar o melhor resultado até aqui</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>End now and keep nothing of it</source>
        <translation>Terminar agora e não guardar nada</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>Lendo a tabela</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>Abrindo o projeto</translation>
    </message>
    <message>
        <source>Preparing the data</source>
        <translation>Preparando os dados</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Training · epoch %1 of %2 · loss %3</source>
        <translation>Treino · época %1 de %2 · perda %3</translation>
    </message>
    <message>
        <source>Compressing</source>
        <translation>Comprimindo</translation>
    </message>
    <message>
        <source>Starting a virtual board</source>
        <translation>Ligando uma placa virtual</translation>
    </message>
    <message>
        <source>Building the firmware</source>
        <translation>Compilando o firmware</translation>
    </message>
    <message>
        <source>Uploading to the board</source>
        <translation>Gravando na placa</translation>
    </message>
    <message>
        <source>Checking the board row by row</source>
        <translation>Conferindo a placa linha por linha</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>%1 · done after %2</source>
        <translation>%1 · concluído em %2</translation>
    </message>
    <message>
        <source>%1 · failed after %2</source>
        <translation>%1 · falhou após %2</translation>
    </message>
    <message>
        <source>%1 · cancelled after %2</source>
        <translation>%1 · cancelado após %2</translation>
    </message>
    <message>
        <source>Looking at the data</source>
        <translation>Examinando os dados</translation>
    </message>
    <message>
        <source>Paused · epoch %1 of %2 · loss %3</source>
        <translation>Pausado · época %1 de %2 · perda %3</translation>
    </message>
    <message>
        <source>Training every fold</source>
        <translation>Treinando cada dobra</translation>
    </message>
    <message>
        <source>Importing the model</source>
        <translation>Importando o modelo</translation>
    </message>
    <message>
        <source>%1 · stopped after %2</source>
        <translation>%1 · parado após %2</translation>
    </message>
    <message>
        <source>Training · stopped at epoch %1 of %2 after %3 · loss %4</source>
        <translation>Treino · parado na época %1 de %2 após %3 · perda %4</translation>
    </message>
    <message>
        <source>Saving the project</source>
        <translation>Salvando o projeto</translation>
    </message>
    <message>
        <source>Installing what builds for the board</source>
        <translation>Instalando o que compila para a placa</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escrevendo o relatório</translation>
    </message>
</context>
<context>
    <name>broto::ui::LayerPopup</name>
    <message>
        <source>none</source>
        <translation>não usar</translation>
    </message>
    <message>
        <source>Share of the neurons that are silent in a training step; on the board all of them speak.</source>
        <translation>Parte dos neurônios que se cala em um passo do treino; na placa todos falam.</translation>
    </message>
    <message>
        <source>Batch &amp;normalisation</source>
        <translation>&amp;Normalização por lote</translation>
    </message>
    <message>
        <source>Costs nothing on the board: it is folded into the weights after training.</source>
        <translation>Não custa nada na placa: depois do treino é incorporada aos pesos.</translation>
    </message>
    <message>
        <source>&amp;Dropout</source>
        <translation>&amp;Dropout</translation>
    </message>
    <message>
        <source>Silences some neurons in every step, so that none relies on another alone. Against learning by heart.</source>
        <translation>Cala alguns neurônios a cada passo, para que nenhum dependa de um só outro. Contra o sobreajuste.</translation>
    </message>
    <message>
        <source>Keeps the sums of the layer at the same mean and spread from batch to batch. Deep networks learn faster with it.</source>
        <translation>Mantém as somas da camada com a mesma média e dispersão de lote em lote. Redes profundas aprendem mais rápido assim.</translation>
    </message>
    <message>
        <source>drop %1 %</source>
        <translation>drop %1 %</translation>
    </message>
    <message>
        <source>norm.</source>
        <translation>norm.</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mais…</translation>
    </message>
</context>
<context>
    <name>broto::ui::LearningPlot</name>
    <message>
        <source>Extra epoch</source>
        <translation>Época extra</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Perda de validação</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Perda de treino</translation>
    </message>
    <message>
        <source>Learning of the variant and of its float control</source>
        <translation>Aprendizado da variante e do seu controle em float</translation>
    </message>
    <message>
        <source>float control</source>
        <translation>controle em float</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizado</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>control</source>
        <translation>controle</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
</context>
<context>
    <name>broto::ui::LessonPanel</name>
    <message>
        <source>Close the lessons</source>
        <translation>Fechar as lições</translation>
    </message>
    <message>
        <source>Closes the lessons; how far you are is kept until another one begins.</source>
        <translation>Fecha as lições; o ponto em que você está fica guardado até outra começar.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lições</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Feita</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>Opens the data of the lesson and shows its steps one after the other.</source>
        <translation>Abre os dados da lição e mostra seus passos um após o outro.</translation>
    </message>
    <message>
        <source>All steps are done.</source>
        <translation>Todos os passos estão feitos.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Próxima: %1</translation>
    </message>
    <message>
        <source>Opens the data of the next lesson.</source>
        <translation>Abre os dados da próxima lição.</translation>
    </message>
    <message>
        <source>All lessons</source>
        <translation>Todas as lições</translation>
    </message>
    <message>
        <source>Ends this lesson and lists all of them.</source>
        <translation>Termina esta lição e lista todas.</translation>
    </message>
</context>
<context>
    <name>broto::ui::LineHeader</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Desconectar</translation>
    </message>
    <message>
        <source>Flash this model</source>
        <translation>Gravar este modelo</translation>
    </message>
    <message>
        <source>Start a virtual %1</source>
        <translation>Ligar um %1 virtual</translation>
    </message>
    <message>
        <source>Connect, or move a slider. The board has to run this model: build and upload it first.</source>
        <translation>Conecte ou mova um controle. A placa precisa ter este modelo: compile e grave antes.</translation>
    </message>
    <message>
        <source>Choose a board on the left, or start a virtual one.</source>
        <translation>Escolha uma placa à esquerda ou ligue uma virtual.</translation>
    </message>
    <message>
        <source>The port is needed for the board&apos;s program; the questions go on afterwards.</source>
        <translation>A porta é necessária para o programa da placa; as perguntas continuam depois.</translation>
    </message>
    <message>
        <source>%1 on %2 answers as %3.</source>
        <translation>%1 em %2 responde como %3.</translation>
    </message>
    <message>
        <source>Open the board&apos;s port for questions; the monitor lets go of it meanwhile</source>
        <translation>Abre a porta da placa para perguntas; o monitor a libera enquanto isso</translation>
    </message>
    <message>
        <source>Let the board go; the monitor gets its port back</source>
        <translation>Libera a placa; o monitor recebe a porta de volta</translation>
    </message>
    <message>
        <source>There is no board to connect to: choose one on the left, or start a virtual one.</source>
        <translation>Não há placa para conectar: escolha uma à esquerda ou ligue uma virtual.</translation>
    </message>
    <message>
        <source>There is no model yet that the board could run.</source>
        <translation>Ainda não há um modelo que a placa possa rodar.</translation>
    </message>
</context>
<context>
    <name>broto::ui::LivePlot</name>
    <message>
        <source>Seconds since the port was opened</source>
        <translation>Segundos desde a abertura da porta</translation>
    </message>
    <message>
        <source>Numbers of the device over time</source>
        <translation>Números do dispositivo ao longo do tempo</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>leituras</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>time (s)</source>
        <translation>tempo (s)</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
</context>
<context>
    <name>broto::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Novo projeto</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>A&amp;brir recente</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Salvar &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Sai&amp;r</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Rodar</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Treinar</translation>
    </message>
    <message>
        <source>&amp;Compress</source>
        <translation>&amp;Comprimir</translation>
    </message>
    <message>
        <source>&amp;Build, upload and check</source>
        <translation>Compilar, &amp;gravar e conferir</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Pa&amp;rar</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>C&amp;ancelar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>E&amp;xibir</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>Tela c&amp;heia</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aj&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Mensagens</translation>
    </message>
    <message>
        <source>&amp;About Broto</source>
        <translation>&amp;Sobre o Broto</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Procurar</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>&amp;Pausar ou retomar</translation>
    </message>
    <message>
        <source>Train one &amp;epoch</source>
        <translation>Treinar &amp;uma época</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Import a model…</source>
        <translation>&amp;Importar um modelo…</translation>
    </message>
    <message>
        <source>Find a &amp;command…</source>
        <translation>Procurar um &amp;comando…</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Ta&amp;manho do texto</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Maior</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>M&amp;enor</translation>
    </message>
    <message>
        <source>&amp;Usual</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lições</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>Rela&amp;tório…</translation>
    </message>
    <message>
        <source>&amp;Explain this page</source>
        <translation>&amp;Explicar esta página</translation>
    </message>
    <message>
        <source>&amp;Programs</source>
        <translation>&amp;Programas</translation>
    </message>
</context>
<context>
    <name>broto::ui::MainWindow</name>
    <message>
        <source>Board</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>The board that estimates are for</source>
        <translation>A placa a que as estimativas se referem</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exemplo</translation>
    </message>
</context>
<context>
    <name>broto::ui::MessageStack</name>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>mais %Ln</numerusform>
            <numerusform>mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>There is more to know about how the table was read</source>
        <translation>Há mais a saber sobre como a tabela foi lida</translation>
    </message>
</context>
<context>
    <name>broto::ui::MessageStrip</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>broto::ui::MethodPanel</name>
    <message>
        <source>Ways to make it smaller</source>
        <translation>Formas de diminuir a rede</translation>
    </message>
    <message>
        <source>Quantize after training</source>
        <translation>Quantizar depois do treino</translation>
    </message>
    <message>
        <source>Train as integers</source>
        <translation>Treinar como inteiros</translation>
    </message>
    <message>
        <source>Share values</source>
        <translation>Compartilhar valores</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>Podar</translation>
    </message>
    <message>
        <source>Learn from a teacher</source>
        <translation>Aprender com um professor</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Um depois do outro</translation>
    </message>
    <message>
        <source>All that is ticked becomes one variant: learn from a teacher, prune, train as integers, and at the end share values or quantize.</source>
        <translation>Tudo o que está marcado vira uma só variante: aprender com um professor, podar, treinar como inteiros e, no fim, compartilhar valores ou quantizar.</translation>
    </message>
    <message>
        <source>ternary</source>
        <translation>ternário</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>Bits of a weight: fewer are smaller and coarser. Ternary weights are -1, 0 or 1 times a scale.</source>
        <translation>Bits de um peso: quanto menos, menor e mais grosseiro. Pesos ternários são -1, 0 ou 1 vezes uma escala.</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>Bits de um peso</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 valores</translation>
    </message>
    <message>
        <source>How many values a layer may have: 4, 16 or 256 take 2, 4 or 8 bits a weight.</source>
        <translation>Quantos valores uma camada pode ter: 4, 16 ou 256 ocupam 2, 4 ou 8 bits por peso.</translation>
    </message>
    <message>
        <source>Size of the codebook</source>
        <translation>Tamanho do codebook</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>AutoCloud</source>
        <translation>AutoCloud</translation>
    </message>
    <message>
        <source>mean shift</source>
        <translation>mean shift</translation>
    </message>
    <message>
        <source>affinity propagation</source>
        <translation>propagação de afinidade</translation>
    </message>
    <message>
        <source>DBSTREAM</source>
        <translation>DBSTREAM</translation>
    </message>
    <message>
        <source>How the values are found. k-means has the least error; the others are shown in the course and often find too few.</source>
        <translation>Como os valores são encontrados. O k-means tem o menor erro; os outros são vistos no curso e muitas vezes acham poucos valores.</translation>
    </message>
    <message>
        <source>How the values are found</source>
        <translation>Como os valores são encontrados</translation>
    </message>
    <message>
        <source>How much goes. Beyond 60 % the network learns again for as long as it was trained.</source>
        <translation>Quanto sai. Acima de 60 %, a rede volta a aprender por tantas épocas quantas durou o treino.</translation>
    </message>
    <message>
        <source>Share that goes</source>
        <translation>Parte que sai</translation>
    </message>
    <message>
        <source>of the weights</source>
        <translation>dos pesos</translation>
    </message>
    <message>
        <source>of the neurons</source>
        <translation>dos neurônios</translation>
    </message>
    <message>
        <source>Single weights become 0, or whole neurons go and the network is really smaller.</source>
        <translation>Pesos isolados viram 0, ou neurônios inteiros saem e a rede fica menor de verdade.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>O que sai</translation>
    </message>
    <message>
        <source>Neurons in the two hidden layers of the teacher.</source>
        <translation>Neurônios nas duas camadas ocultas do professor.</translation>
    </message>
    <message>
        <source>Neurons of the teacher</source>
        <translation>Neurônios do professor</translation>
    </message>
    <message>
        <source>Weights become whole numbers.</source>
        <translation>Pesos viram números inteiros.</translation>
    </message>
    <message>
        <source>Every weight becomes a whole number of few bits (PTQ). Rows of the training show how large activations get.</source>
        <translation>Cada peso vira um número inteiro de poucos bits (PTQ). Linhas do treino mostram o tamanho das ativações.</translation>
    </message>
    <message>
        <source>Learns as the board&apos;s integers.</source>
        <translation>Aprende com os inteiros da placa.</translation>
    </message>
    <message>
        <source>Goes on learning as the very integers of the board (QAT), so that it makes up for what rounding takes.</source>
        <translation>Continua aprendendo com os mesmos inteiros da placa (QAT), e assim compensa o que o arredondamento tira.</translation>
    </message>
    <message>
        <source>Weights take one of a few values.</source>
        <translation>Pesos usam poucos valores.</translation>
    </message>
    <message>
        <source>All weights of a layer take one of a few values from a codebook, which are trained afterwards.</source>
        <translation>Todos os pesos de uma camada usam poucos valores de um codebook, que depois são treinados.</translation>
    </message>
    <message>
        <source>What matters least goes.</source>
        <translation>O que menos importa sai.</translation>
    </message>
    <message>
        <source>Weights or neurons that matter least go in five steps; the network learns again after each.</source>
        <translation>Pesos ou neurônios que menos importam saem em cinco passos; a rede volta a aprender depois de cada um.</translation>
    </message>
    <message>
        <source>A larger network teaches it.</source>
        <translation>Uma rede maior a ensina.</translation>
    </message>
    <message>
        <source>A larger network is trained first; this one then learns from its answers (distillation).</source>
        <translation>Uma rede maior é treinada antes; esta aprende com as respostas dela (destilação).</translation>
    </message>
    <message>
        <source>They are whole numbers already.</source>
        <translation>Eles já são números inteiros.</translation>
    </message>
    <message>
        <source>Tick “%1” first.</source>
        <translation>Primeiro marque “%1”.</translation>
    </message>
</context>
<context>
    <name>broto::ui::MissingForm</name>
    <message>
        <source>No value is missing.</source>
        <translation>Nenhum valor ausente.</translation>
    </message>
    <message>
        <source>%1 of %2 values are missing.</source>
        <translation>%1 de %2 valores ausentes.</translation>
    </message>
    <message>
        <source>%1, as usual</source>
        <translation>%1, como de costume</translation>
    </message>
    <message>
        <source>“%1” is no number, and this column holds numbers. Write numbers apart by semicolons.</source>
        <translation>“%1” não é um número, e esta coluna contém números. Escreva números separados por ponto e vírgula.</translation>
    </message>
    <message>
        <source>Values that mean “missing”</source>
        <translation>Valores que significam “ausente”</translation>
    </message>
    <message>
        <source>such as −200; 9999</source>
        <translation>como −200; 9999</translation>
    </message>
    <message>
        <source>Some sensors write a number such as −200 where they could not measure. Write such values here, apart by semicolons.</source>
        <translation>Alguns sensores escrevem um número como −200 quando não conseguem medir. Escreva aqui esses valores, separados por ponto e vírgula.</translation>
    </message>
    <message>
        <source>What stands for missing values</source>
        <translation>O que fica no lugar dos valores ausentes</translation>
    </message>
    <message>
        <source>Found out from the training rows alone, and done the same way on the board.</source>
        <translation>Calculado só com as linhas de treino, e feito do mesmo jeito na placa.</translation>
    </message>
</context>
<context>
    <name>broto::ui::MissingList</name>
    <message>
        <source>these rows are left out: nothing can be learned from them</source>
        <translation>estas linhas ficam de fora: nada se aprende com elas</translation>
    </message>
    <message>
        <source>Choose a column to say what stands for its missing values.</source>
        <translation>Escolha uma coluna para dizer o que fica no lugar dos valores ausentes.</translation>
    </message>
    <message>
        <source>Every column has all of its values. Should one hold a number that means “missing”, such as −200, select it in the table and name that number.</source>
        <translation>Todas as colunas têm todos os valores. Se uma delas tiver um número que significa “ausente”, como −200, selecione-a na tabela e informe esse número.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Shows this column, where what stands for its missing values is chosen</source>
        <translation>Mostra esta coluna, onde se escolhe o que fica no lugar dos valores ausentes</translation>
    </message>
</context>
<context>
    <name>broto::ui::MissingNote</name>
    <message>
        <source>Go to %1</source>
        <translation>Ir para %1</translation>
    </message>
</context>
<context>
    <name>broto::ui::MonitorView</name>
    <message>
        <source>Times</source>
        <translation>Tempos</translation>
    </message>
    <message>
        <source>Begin every line with the seconds since the port was opened</source>
        <translation>Começar cada linha com os segundos desde a abertura da porta</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Hold the text still; what comes meanwhile is kept</source>
        <translation>Congelar o texto; o que chegar enquanto isso fica guardado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy what is selected, or all of it</source>
        <translation>Copiar o que está selecionado, ou tudo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>What the device prints</source>
        <translation>O que o dispositivo imprime</translation>
    </message>
    <message>
        <source>Line to send</source>
        <translation>Linha a enviar</translation>
    </message>
    <message>
        <source>A line for the device, such as “?” or “test” for Broto&apos;s own program</source>
        <translation>Uma linha para o dispositivo, como “?” ou “test” para o programa do Broto</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Press Listen: what the board prints appears here, line by line.</source>
        <translation>Clique em Escutar: o que a placa imprime aparece aqui, linha por linha.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>Nada chegou ainda.</translation>
    </message>
    <message>
        <source>Forget the lines so far</source>
        <translation>Esquece as linhas até agora</translation>
    </message>
    <message>
        <source>Save all lines as a text file</source>
        <translation>Salva todas as linhas num arquivo de texto</translation>
    </message>
    <message>
        <source>Nothing has come yet. Most programs print by themselves, some only when a line is sent to them.</source>
        <translation>Nada chegou ainda. A maioria dos programas imprime por conta própria; alguns, só quando recebem uma linha.</translation>
    </message>
    <message>
        <source>Listen to the board first.</source>
        <translation>Primeiro escute a placa.</translation>
    </message>
    <message>
        <source>What is sent to the board when you press Enter</source>
        <translation>O que é enviado à placa quando você tecla Enter</translation>
    </message>
    <message>
        <source>Send the line to the board</source>
        <translation>Envia a linha à placa</translation>
    </message>
</context>
<context>
    <name>broto::ui::NetworkPage</name>
    <message>
        <source>Choose how many layers and neurons there are; the bar says what they cost.</source>
        <translation>Escolha quantas camadas e quantos neurônios a rede tem; a barra diz quanto custam.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Watch the loss fall on rows it learns from and on rows it has never seen.</source>
        <translation>Veja a perda cair nas linhas com que a rede aprende e nas que ela nunca viu.</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>Comprimir</translation>
    </message>
</context>
<context>
    <name>broto::ui::NetworkView</name>
    <message>
        <source>Neurons of hidden layer %1</source>
        <translation>Neurônios da camada oculta %1</translation>
    </message>
    <message>
        <source>Activation of hidden layer %1</source>
        <translation>Ativação da camada oculta %1</translation>
    </message>
    <message>
        <source>Remove hidden layer %1</source>
        <translation>Remover a camada oculta %1</translation>
    </message>
    <message>
        <source>Remove this layer</source>
        <translation>Remover esta camada</translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation>Acrescentar uma camada aqui</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>e mais %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln input(s)</source>
        <translation>
            <numerusform>%Ln entrada</numerusform>
            <numerusform>%Ln entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s)</source>
        <translation>
            <numerusform>%Ln saída</numerusform>
            <numerusform>%Ln saídas</numerusform>
        </translation>
    </message>
    <message>
        <source>What a neuron makes of its sum, before the next layer gets it.</source>
        <translation>O que um neurônio faz com a sua soma, antes de passá-la à próxima camada.</translation>
    </message>
    <message>
        <source>Dropout and normalisation of this layer.</source>
        <translation>Dropout e normalização desta camada.</translation>
    </message>
    <message>
        <source>More about hidden layer %1</source>
        <translation>Mais sobre a camada oculta %1</translation>
    </message>
    <message>
        <source>neuron %1 of layer %2</source>
        <translation>neurônio %1 da camada %2</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>entrada %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>saída %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: weight %2</source>
        <translation>%1: peso %2</translation>
    </message>
    <message>
        <source>%1: bias %2</source>
        <translation>%1: viés %2</translation>
    </message>
    <message>
        <source>Neurons; the column above can be dragged longer and shorter too, or by the wheel.</source>
        <translation>Neurônios; a coluna acima também pode ser esticada ou encurtada, arrastando ou com a roda do mouse.</translation>
    </message>
</context>
<context>
    <name>broto::ui::OpenJob</name>
    <message>
        <source>capture.csv</source>
        <translation>captura.csv</translation>
    </message>
    <message>
        <source>Add rows</source>
        <translation>Acrescentar linhas</translation>
    </message>
</context>
<context>
    <name>broto::ui::PartCombo</name>
    <message>
        <source>Training rows</source>
        <translation>Linhas de treino</translation>
    </message>
    <message>
        <source>Validation rows</source>
        <translation>Linhas de validação</translation>
    </message>
    <message>
        <source>Test rows</source>
        <translation>Linhas de teste</translation>
    </message>
    <message>
        <source>Rows that are looked at</source>
        <translation>Linhas examinadas</translation>
    </message>
    <message>
        <source>On rows it has never seen a network shows what it has understood.</source>
        <translation>Em linhas que nunca viu, a rede mostra o que entendeu.</translation>
    </message>
</context>
<context>
    <name>broto::ui::PinsButton</name>
    <message>
        <source>Pins: %1</source>
        <translation>Pinos: %1</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Pinos</translation>
    </message>
    <message>
        <source>Broto reads no pins of this board.</source>
        <translation>O Broto não lê pinos desta placa.</translation>
    </message>
    <message>
        <source>Say which pin measures which feature, and the board can answer what its own sensors give.</source>
        <translation>Diga qual pino mede qual atributo, e a placa pode responder às leituras dos próprios sensores.</translation>
    </message>
</context>
<context>
    <name>broto::ui::PlotCanvas</name>
    <message>
        <source>Show everything</source>
        <translation>Mostrar tudo</translation>
    </message>
</context>
<context>
    <name>broto::ui::PlotPanel</name>
    <message>
        <source>Epoch %1</source>
        <translation>Época %1</translation>
    </message>
</context>
<context>
    <name>broto::ui::PlotterView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No line with numbers has come yet: “1.5,2”, “1,5;2” and “temp:20.5 hum:60” are such.</source>
        <translation>Ainda não chegou nenhuma linha com números, como “1.5,2”, “1,5;2” ou “temp:20.5 hum:60”.</translation>
    </message>
    <message>
        <source>The first %1 channels are drawn.</source>
        <translation>Os primeiros %1 canais são desenhados.</translation>
    </message>
    <message>
        <source>Held still: zoom with the mouse wheel.</source>
        <translation>Congelado: use a roda do mouse para ampliar.</translation>
    </message>
    <message>
        <source>The last %1 points of each channel are kept.</source>
        <translation>Os últimos %1 pontos de cada canal ficam guardados.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>Quanto é mostrado</translation>
    </message>
    <message>
        <source>the last %1 s</source>
        <translation>os últimos %1 s</translation>
    </message>
    <message>
        <source>all that is kept</source>
        <translation>tudo o que está guardado</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Hold the lines still; what comes meanwhile is kept</source>
        <translation>Congelar as linhas; o que chegar enquanto isso fica guardado</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Press Listen: the numbers that the board prints are drawn here over time.</source>
        <translation>Clique em Escutar: os números que a placa imprime são desenhados aqui ao longo do tempo.</translation>
    </message>
    <message>
        <source>Forget the numbers so far</source>
        <translation>Esquece os números até agora</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>Ainda não há nada desenhado.</translation>
    </message>
</context>
<context>
    <name>broto::ui::PortsModel</name>
    <message>
        <source>Virtual %1</source>
        <translation>%1 virtual</translation>
    </message>
</context>
<context>
    <name>broto::ui::PreparationPanel</name>
    <message>
        <source>Checks (%1)</source>
        <translation>Verificações (%1)</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Verificações</translation>
    </message>
    <message>
        <source>What to know about the data before training</source>
        <translation>O que saber sobre os dados antes do treino</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>Which rows are learned from, and which ones test the network</source>
        <translation>Quais linhas são usadas no treino e quais testam a rede</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Valores ausentes</translation>
    </message>
    <message>
        <source>Where values are missing, and what stands for them</source>
        <translation>Onde há valores ausentes, e o que fica no lugar</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>How numbers are brought to like size for the network</source>
        <translation>Como os números ficam de tamanho parecido para a rede</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Janelas</translation>
    </message>
    <message>
        <source>Readings of a stream, told apart some in a row</source>
        <translation>Leituras de um fluxo, várias seguidas de cada vez</translation>
    </message>
    <message>
        <source>How the data are prepared</source>
        <translation>Como os dados são preparados</translation>
    </message>
</context>
<context>
    <name>broto::ui::ProjectFiles</name>
    <message>
        <source>Save the project</source>
        <translation>Salvar o projeto</translation>
    </message>
    <message>
        <source>Broto projects (*.broto)</source>
        <translation>Projetos do Broto (*.broto)</translation>
    </message>
    <message>
        <source>Open a table, a project or a model</source>
        <translation>Abrir uma tabela, um projeto ou um modelo</translation>
    </message>
    <message>
        <source>Tables, projects and models (*.csv *.tsv *.txt *.broto *.tflite *.onnx *.json);;All files (*)</source>
        <translation>Tabelas, projetos e modelos (*.csv *.tsv *.txt *.broto *.tflite *.onnx *.json);;Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar um modelo</translation>
    </message>
    <message>
        <source>TensorFlow Lite, ONNX, TensorFlores (*.tflite *.onnx *.json)</source>
        <translation>TensorFlow Lite, ONNX, TensorFlores (*.tflite *.onnx *.json)</translation>
    </message>
</context>
<context>
    <name>broto::ui::RateCombo</name>
    <message>
        <source>as fast as it goes</source>
        <translation>o mais rápido possível</translation>
    </message>
    <message>
        <source>10 a second</source>
        <translation>10 por segundo</translation>
    </message>
    <message>
        <source>1 a second</source>
        <translation>1 por segundo</translation>
    </message>
    <message>
        <source>as learned: %1 a second</source>
        <translation>no treino: %1 por segundo</translation>
    </message>
</context>
<context>
    <name>broto::ui::ReadingPopup</name>
    <message>
        <source>Read it like this</source>
        <translation>Ler assim</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>As primeiras linhas</translation>
    </message>
    <message>
        <source>Find out again</source>
        <translation>Detectar de novo</translation>
    </message>
    <message>
        <source>Leaves this to the program again, as when the file was opened.</source>
        <translation>Deixa o programa decidir de novo, como na abertura do arquivo.</translation>
    </message>
    <message>
        <source>Reads the whole table in the chosen way; it can be undone.</source>
        <translation>Lê a tabela inteira do jeito escolhido; pode ser desfeito.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln coluna</numerusform>
            <numerusform>%Ln colunas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 You have chosen it.</source>
        <translation>%1 Você escolheu assim.</translation>
    </message>
</context>
<context>
    <name>broto::ui::RecoveryList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>mais %Ln</numerusform>
            <numerusform>mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::RegionPlot</name>
    <message>
        <source>Decision regions</source>
        <translation>Regiões de decisão</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Resposta: %1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>resposta</translation>
    </message>
</context>
<context>
    <name>broto::ui::RegionView</name>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Feature across</source>
        <translation>Atributo horizontal</translation>
    </message>
    <message>
        <source>The feature along the horizontal axis</source>
        <translation>O atributo no eixo horizontal</translation>
    </message>
    <message>
        <source>Feature up</source>
        <translation>Atributo vertical</translation>
    </message>
    <message>
        <source>The feature along the vertical axis</source>
        <translation>O atributo no eixo vertical</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Regiões de decisão</translation>
    </message>
    <message>
        <source>What the network answers everywhere, while all other features stand at their mean or most frequent value. Dots: training rows.</source>
        <translation>O que a rede responde em cada ponto, com os outros atributos na média ou no valor mais frequente. Pontos: linhas de treino.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ReportFiles</name>
    <message>
        <source>Save a report</source>
        <translation>Salvar um relatório</translation>
    </message>
    <message>
        <source>Page to print (*.pdf)</source>
        <translation>Página para imprimir (*.pdf)</translation>
    </message>
    <message>
        <source>Page for a browser (*.html)</source>
        <translation>Página para o navegador (*.html)</translation>
    </message>
    <message>
        <source>%1-report.pdf</source>
        <translation>%1-relatorio.pdf</translation>
    </message>
</context>
<context>
    <name>broto::ui::RocPlot</name>
    <message>
        <source>ROC curves</source>
        <translation>Curvas ROC</translation>
    </message>
    <message>
        <source>class</source>
        <translation>classe</translation>
    </message>
    <message>
        <source>false positives</source>
        <translation>falsos positivos</translation>
    </message>
    <message>
        <source>true positives</source>
        <translation>verdadeiros positivos</translation>
    </message>
    <message>
        <source>False positives</source>
        <translation>Falsos positivos</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Revocação</translation>
    </message>
    <message>
        <source>Across: the share of other rows that are taken for the class. Up: the share of its own rows that are found. The surer an answer must be, the fewer of both.</source>
        <translation>Na horizontal: a parte das outras linhas que é tomada por essa classe. Na vertical: a parte das próprias linhas que é encontrada. Quanto mais certeza se exige, menos de ambas.</translation>
    </message>
</context>
<context>
    <name>broto::ui::RowFilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter: a text, or a condition such as column &lt; 5</source>
        <translation>Filtro: um texto, ou uma condição como coluna &lt; 5</translation>
    </message>
    <message>
        <source>&lt;p&gt;Shows only the rows that fit. Write&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;ana&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;some cell contains the text&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;speed &amp;lt; 5&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;also = != &amp;lt;= &amp;gt; &amp;gt;=&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;class = setosa&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;exactly this category&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;speed = missing&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;the value is not there&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;missing&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;some value of the row is not there&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;… &amp;amp; …&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;both conditions&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</source>
        <translation>&lt;p&gt;Mostra só as linhas que atendem. Escreva&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;ana&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;alguma célula contém o texto&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;speed &amp;lt; 5&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;também = != &amp;lt;= &amp;gt; &amp;gt;=&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;class = setosa&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;exatamente esta categoria&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;speed = missing&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;o valor está ausente&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;missing&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;algum valor da linha está ausente&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;&lt;b&gt;… &amp;amp; …&lt;/b&gt;&amp;nbsp;&amp;nbsp;&lt;/td&gt;&lt;td&gt;as duas condições&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</translation>
    </message>
    <message>
        <source>Only rows with gaps</source>
        <translation>Só linhas incompletas</translation>
    </message>
    <message>
        <source>Shows only the rows in which some value is missing.</source>
        <translation>Mostra só as linhas com algum valor ausente.</translation>
    </message>
</context>
<context>
    <name>broto::ui::RunView</name>
    <message>
        <source>Train the network to see what it has learned.</source>
        <translation>Treine a rede para ver o que ela aprendeu.</translation>
    </message>
</context>
<context>
    <name>broto::ui::RunViews</name>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Loss and metric from epoch to epoch</source>
        <translation>Perda e métrica de época em época</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiões</translation>
    </message>
    <message>
        <source>What the network answers in the plane of two features</source>
        <translation>O que a rede responde no plano de dois atributos</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Previsões</translation>
    </message>
    <message>
        <source>Predicted against actual values, and what is left between them</source>
        <translation>Valores previstos e reais, e o que sobra entre eles</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusão</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>Que classe é confundida com qual</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>How well each class is found, and how it parts from the others</source>
        <translation>Quão bem cada classe é encontrada, e como se separa das outras</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>How weights and gradients of each layer are spread</source>
        <translation>Como se distribuem os pesos e gradientes de cada camada</translation>
    </message>
    <message>
        <source>Ways to look at the run</source>
        <translation>Formas de ver o treino</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Dobras</translation>
    </message>
    <message>
        <source>How much of the result is a matter of which rows are for the test</source>
        <translation>Quanto do resultado depende de quais linhas são do teste</translation>
    </message>
</context>
<context>
    <name>broto::ui::RunsModel</name>
    <message>
        <source>A tick draws a run&apos;s curves behind those of the current one, which stands in bold.</source>
        <translation>Marcado, as curvas do treino aparecem atrás das do atual, que está em negrito.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taxa</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Melhor</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>%1 neurons, %2</source>
        <translation>%1 neurônios, %2</translation>
    </message>
    <message>
        <source>No hidden layer</source>
        <translation>Nenhuma camada oculta</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importada</translation>
    </message>
</context>
<context>
    <name>broto::ui::RunsPanel</name>
    <message>
        <source>Select two runs to read what differs.</source>
        <translation>Selecione dois treinos para ler o que muda.</translation>
    </message>
    <message>
        <source>Runs %1 and %2 do not differ.</source>
        <translation>Os treinos %1 e %2 não diferem.</translation>
    </message>
    <message>
        <source>From run %1 to run %2:</source>
        <translation>Do treino %1 para o %2:</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Treinos</translation>
    </message>
    <message>
        <source>Use this run</source>
        <translation>Usar este treino</translation>
    </message>
    <message>
        <source>Brings the run back with its network and settings; the current one stays in the table (Enter).</source>
        <translation>Traz o treino de volta com a sua rede e os seus ajustes; o atual continua na tabela (Enter).</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Takes the run out of the project; it can be undone (Del).</source>
        <translation>Tira o treino do projeto; pode ser desfeito (Del).</translation>
    </message>
    <message>
        <source>What differs between the chosen runs</source>
        <translation>O que muda entre os treinos escolhidos</translation>
    </message>
</context>
<context>
    <name>broto::ui::ScalingList</name>
    <message>
        <source>Networks learn best from numbers of like size. Fitted on the training rows alone, and exported with the model: the board takes and gives real units.</source>
        <translation>Redes aprendem melhor com números de tamanho parecido. A escala é ajustada só com as linhas de treino e exportada com o modelo: a placa recebe e devolve unidades reais.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ScatterPlot</name>
    <message>
        <source>Row %1</source>
        <translation>Linha %1</translation>
    </message>
    <message>
        <source>row</source>
        <translation>linha</translation>
    </message>
</context>
<context>
    <name>broto::ui::ScatterView</name>
    <message>
        <source>Choose two columns to draw them against each other.</source>
        <translation>Escolha duas colunas para desenhar uma em função da outra.</translation>
    </message>
    <message>
        <source>No row has a value in both columns.</source>
        <translation>Nenhuma linha tem valor nas duas colunas.</translation>
    </message>
    <message numerus="yes">
        <source>Shown are %1 of %Ln row(s), evenly spread.</source>
        <translation>
            <numerusform>Aqui estão %1 de %Ln linha.</numerusform>
            <numerusform>Aqui estão %1 de %Ln linhas, espalhadas por igual.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colours and shapes: the classes of the target.</source>
        <translation>Cores e formas: as classes do alvo.</translation>
    </message>
    <message>
        <source>Colours and shapes: from small to large values of the target.</source>
        <translation>Cores e formas: dos menores aos maiores valores do alvo.</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Column across</source>
        <translation>Coluna horizontal</translation>
    </message>
    <message>
        <source>The column along the horizontal axis</source>
        <translation>A coluna do eixo horizontal</translation>
    </message>
    <message>
        <source>Column up</source>
        <translation>Coluna vertical</translation>
    </message>
    <message>
        <source>The column along the vertical axis</source>
        <translation>A coluna do eixo vertical</translation>
    </message>
    <message>
        <source>Scatter plot</source>
        <translation>Gráfico de dispersão</translation>
    </message>
</context>
<context>
    <name>broto::ui::SeenPanel</name>
    <message>
        <source>Nothing was asked yet</source>
        <translation>Nada foi perguntado ainda</translation>
    </message>
    <message>
        <source>%1 of %2 identical</source>
        <translation>%1 de %2 idênticas</translation>
    </message>
    <message>
        <source>Time per answer</source>
        <translation>Tempo por resposta</translation>
    </message>
    <message>
        <source>%1 per answer</source>
        <translation>%1 por resposta</translation>
    </message>
    <message>
        <source>The last %1 of %2 answers are kept.</source>
        <translation>As últimas %1 de %2 respostas ficam guardadas.</translation>
    </message>
    <message>
        <source>Up to %1 answers are kept.</source>
        <translation>Até %1 respostas ficam guardadas.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Ao longo do tempo</translation>
    </message>
    <message>
        <source>The board&apos;s newest answers, one after the other</source>
        <translation>As respostas mais novas da placa, uma após a outra</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusão</translation>
    </message>
    <message>
        <source>Predicted against actual</source>
        <translation>Previsto × real</translation>
    </message>
    <message>
        <source>The board&apos;s answers to the test rows against what the table says</source>
        <translation>As respostas da placa às linhas de teste comparadas com a tabela</translation>
    </message>
    <message>
        <source>What is shown of the answers</source>
        <translation>O que se mostra das respostas</translation>
    </message>
    <message>
        <source>How many of the board&apos;s answers are the workbench&apos;s, to the bit</source>
        <translation>Quantas respostas da placa são iguais às da bancada, bit a bit</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
    <message>
        <source>Forget what was asked and answered so far</source>
        <translation>Esquece o que foi perguntado e respondido até agora</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Salvar…</translation>
    </message>
    <message>
        <source>A CSV file with the time, the features, both answers and the time each took</source>
        <translation>Um arquivo CSV com a hora, os atributos, as duas respostas e o tempo de cada uma</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 on %Ln test row(s)</source>
        <translation>
            <numerusform>%1 %2 em %Ln linha de teste</numerusform>
            <numerusform>%1 %2 em %Ln linhas de teste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::SensorPinsPopup</name>
    <message>
        <source>Pins of the %1</source>
        <translation>Pinos da placa %1</translation>
    </message>
    <message>
        <source>What the board reads itself when it is asked to: value = factor × reading + offset. Build and upload afterwards.</source>
        <translation>O que a própria placa lê quando lhe pedem: valor = fator × leitura + offset. Depois, compile e grave.</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Pino</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Fator</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>From smallest to largest reading</source>
        <translation>Da menor à maior leitura</translation>
    </message>
    <message>
        <source>Use these pins</source>
        <translation>Usar estes pinos</translation>
    </message>
    <message>
        <source>Keeps them in the project; it can be undone.</source>
        <translation>Guarda-os no projeto; pode ser desfeito.</translation>
    </message>
    <message>
        <source>The value that one step of a reading adds</source>
        <translation>O valor que um passo da leitura acrescenta</translation>
    </message>
    <message>
        <source>The value of a reading of 0</source>
        <translation>O valor de uma leitura 0</translation>
    </message>
    <message>
        <source>Where the sensor is connected; without a pin the value is missing</source>
        <translation>Onde o sensor está ligado; sem pino, o valor fica ausente</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ausente</translation>
    </message>
</context>
<context>
    <name>broto::ui::SensorSource</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Broto reads no pins of the %1. It can be asked by sliders and by test rows.</source>
        <translation>O Broto não lê pinos desta placa (%1). Pergunte a ela pelos controles ou com linhas de teste.</translation>
    </message>
    <message>
        <source>No pins are chosen: say which one measures what, then build and upload.</source>
        <translation>Nenhum pino foi escolhido: diga qual mede o quê, depois compile e grave.</translation>
    </message>
    <message>
        <source>The board&apos;s program reads no pins yet: build and upload it again.</source>
        <translation>O programa da placa ainda não lê pinos: compile e grave de novo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s) until the next answer</source>
        <translation>
            <numerusform>%Ln leitura até a próxima resposta</numerusform>
            <numerusform>%Ln leituras até a próxima resposta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s) of the pins</source>
        <translation>
            <numerusform>%Ln leitura dos pinos</numerusform>
            <numerusform>%Ln leituras dos pinos</numerusform>
        </translation>
    </message>
    <message>
        <source>What the board&apos;s own pins give, again and again. The sliders show it.</source>
        <translation>As leituras dos pinos da própria placa, uma após a outra. Os controles as mostram.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to the table.</source>
        <translation>
            <numerusform>%Ln linha foi acrescentada à tabela.</numerusform>
            <numerusform>%Ln linhas foram acrescentadas à tabela.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln row(s)</source>
        <translation>
            <numerusform>Acrescentar %Ln linha</numerusform>
            <numerusform>Acrescentar %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Put what the board has read behind the rows of the table; it can be undone</source>
        <translation>Põe o que a placa leu depois das linhas da tabela; pode ser desfeito</translation>
    </message>
    <message>
        <source>How often the board reads its pins</source>
        <translation>Com que frequência a placa lê seus pinos</translation>
    </message>
    <message>
        <source>Let the board read its own pins and answer that, until it is stopped</source>
        <translation>A placa lê os próprios pinos e responde, até ser parada</translation>
    </message>
    <message>
        <source>Build, upload and check</source>
        <translation>Compilar, gravar e conferir</translation>
    </message>
    <message>
        <source>What the rows are: %1</source>
        <translation>O que são as linhas: %1</translation>
    </message>
</context>
<context>
    <name>broto::ui::SerialPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1, which has %2 now.</source>
        <translation>
            <numerusform>%Ln linha foi acrescentada a %1, que agora tem %2.</numerusform>
            <numerusform>%Ln linhas foram acrescentadas a %1, que agora tem %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Parar de escutar</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escutar</translation>
    </message>
    <message>
        <source>See what the program on the board prints. Most boards begin anew when somebody listens.</source>
        <translation>Veja o que o programa da placa imprime. A maioria das placas reinicia quando alguém escuta.</translation>
    </message>
    <message>
        <source>Choose a board on the left.</source>
        <translation>Escolha uma placa à esquerda.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>Abrindo %1 …</translation>
    </message>
    <message>
        <source>Listening at one rate after the other …</source>
        <translation>Escutando com uma taxa depois da outra …</translation>
    </message>
    <message>
        <source>The port is needed for the board&apos;s program; listening goes on afterwards.</source>
        <translation>A porta é necessária para o programa da placa; a escuta continua depois.</translation>
    </message>
    <message>
        <source>Listening to %1; nothing has come yet.</source>
        <translation>Escutando %1; ainda não chegou nada.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save the rows, or add them to a file</source>
        <translation>Salvar as linhas, ou acrescentá-las a um arquivo</translation>
    </message>
    <message>
        <source>capture.csv</source>
        <translation>captura.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabelas (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1.</source>
        <translation>
            <numerusform>%Ln linha foi acrescentada a %1.</numerusform>
            <numerusform>%Ln linhas foram acrescentadas a %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln linha foi salva como %1.</numerusform>
            <numerusform>%Ln linhas foram salvas como %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what the device printed</source>
        <translation>Salvar o que o dispositivo imprimiu</translation>
    </message>
    <message>
        <source>monitor.txt</source>
        <translation>monitor.txt</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Textos (*.txt)</translation>
    </message>
    <message>
        <source>Baud rate</source>
        <translation>Taxa de baud</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Detectar</translation>
    </message>
    <message>
        <source>How fast the board prints; “Find out” tries from 9600 to 115200</source>
        <translation>Com que velocidade a placa imprime; “Detectar” tenta de 9600 a 115200</translation>
    </message>
    <message>
        <source>The board is being asked; listening goes on when you disconnect it under “Ask”.</source>
        <translation>A placa está respondendo a perguntas; a escuta continua quando você a desconectar em “Perguntar”.</translation>
    </message>
    <message>
        <source>There is no board to listen to: choose one on the left.</source>
        <translation>Não há placa para escutar: escolha uma à esquerda.</translation>
    </message>
    <message>
        <source>Open the board&apos;s port and take what it prints</source>
        <translation>Abre a porta da placa e recebe o que ela imprime</translation>
    </message>
    <message>
        <source>No whole line yet</source>
        <translation>Nenhuma linha completa ainda</translation>
    </message>
</context>
<context>
    <name>broto::ui::SeriesPlot</name>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Linha %1</translation>
    </message>
    <message>
        <source>row</source>
        <translation>linha</translation>
    </message>
    <message>
        <source>%1, recordings end to end</source>
        <translation>%1, gravações uma após a outra</translation>
    </message>
</context>
<context>
    <name>broto::ui::SeriesView</name>
    <message>
        <source>Row number</source>
        <translation>Número da linha</translation>
    </message>
    <message>
        <source>Choose a column to see its values one after the other.</source>
        <translation>Escolha uma coluna para ver seus valores um depois do outro.</translation>
    </message>
    <message>
        <source>No row says when it was taken.</source>
        <translation>Nenhuma linha diz quando foi medida.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Ao longo de</translation>
    </message>
    <message>
        <source>The column whose values are drawn</source>
        <translation>A coluna cujos valores são desenhados</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>What says in which order, and at which distance, the values were taken</source>
        <translation>O que diz em que ordem, e com que intervalo, os valores foram medidos</translation>
    </message>
    <message>
        <source>Values over time</source>
        <translation>Valores ao longo do tempo</translation>
    </message>
    <message>
        <source>From the smallest to the largest value of every step; zoom in (mouse wheel) to see every value.</source>
        <translation>Do menor ao maior valor de cada passo; amplie (roda do mouse) para ver todos os valores.</translation>
    </message>
    <message>
        <source>Brackets: the windows that become rows to learn from, coloured by their class.</source>
        <translation>Colchetes: as janelas que viram linhas de treino, na cor da classe.</translation>
    </message>
    <message>
        <source>Zoom in (mouse wheel) to see the windows.</source>
        <translation>Amplie (roda do mouse) para ver as janelas.</translation>
    </message>
</context>
<context>
    <name>broto::ui::SplitBar</name>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>Each row&apos;s part is given.</source>
        <translation>A parte de cada linha já está dada.</translation>
    </message>
    <message>
        <source>Drag the border, or move it with the arrow keys.</source>
        <translation>Arraste a divisa, ou mova-a com as setas do teclado.</translation>
    </message>
    <message>
        <source>Drag a border, or move it with the arrow keys; with Shift the second one.</source>
        <translation>Arraste uma divisa, ou mova-a com as setas do teclado; com Shift, a segunda.</translation>
    </message>
</context>
<context>
    <name>broto::ui::SplitPanel</name>
    <message>
        <source>Choose the test file</source>
        <translation>Escolher o arquivo de teste</translation>
    </message>
    <message>
        <source>A network must be tested on rows that it has not learned from.</source>
        <translation>Uma rede precisa ser testada com linhas com as quais não aprendeu.</translation>
    </message>
    <message>
        <source>Group column</source>
        <translation>Coluna do grupo</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>escolha uma coluna</translation>
    </message>
    <message>
        <source>The column that says which rows belong together, such as a person or a device.</source>
        <translation>A coluna que diz quais linhas ficam juntas, como uma pessoa ou um dispositivo.</translation>
    </message>
    <message>
        <source>Column with the parts</source>
        <translation>Coluna com as partes</translation>
    </message>
    <message>
        <source>The column that says train, validation or test for every row.</source>
        <translation>A coluna que diz treino, validação ou teste para cada linha.</translation>
    </message>
    <message>
        <source>Test file</source>
        <translation>Arquivo de teste</translation>
    </message>
    <message>
        <source>A table with the same columns; no row of it is learned from.</source>
        <translation>Uma tabela com as mesmas colunas; nenhuma linha dela é usada no treino.</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Dobras</translation>
    </message>
    <message>
        <source>How many equal parts there are; each can be the test part in turn.</source>
        <translation>Quantas partes iguais há; cada uma pode ser a de teste na sua vez.</translation>
    </message>
    <message>
        <source>Test fold</source>
        <translation>Dobra de teste</translation>
    </message>
    <message>
        <source>Which of the folds is the test part now.</source>
        <translation>Qual das dobras é o teste agora.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed shares the rows out in the same way.</source>
        <translation>A mesma semente divide as linhas do mesmo jeito.</translation>
    </message>
    <message>
        <source>Rows for training, validation and test</source>
        <translation>Linhas para treino, validação e teste</translation>
    </message>
    <message>
        <source>The column “%1” says when a row was taken.</source>
        <translation>A coluna “%1” diz quando a linha foi medida.</translation>
    </message>
    <message>
        <source>No column says when: the rows are taken to stand in the order of time.</source>
        <translation>Nenhuma coluna diz quando: supõe-se que as linhas estão na ordem do tempo.</translation>
    </message>
    <message>
        <source>automatic: %1</source>
        <translation>automática: %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Divisão</translation>
    </message>
</context>
<context>
    <name>broto::ui::SpreadTable</name>
    <message>
        <source>Output layer</source>
        <translation>Camada de saída</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Camada %1</translation>
    </message>
    <message>
        <source>mean %1 · deviation %2 · up to ±%3</source>
        <translation>média %1 · desvio %2 · até ±%3</translation>
    </message>
    <message>
        <source>%1
Weights: %2
Gradient: %3</source>
        <translation>%1
Pesos: %2
Gradiente: %3</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>σ %1</source>
        <translation>σ %1</translation>
    </message>
</context>
<context>
    <name>broto::ui::StageRail</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at before training</source>
        <translation>
            <numerusform>%Ln coisa a ver antes do treino</numerusform>
            <numerusform>%Ln coisas a ver antes do treino</numerusform>
        </translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lições</translation>
    </message>
    <message>
        <source>Lessons whose steps tick themselves when they are done</source>
        <translation>Lições cujos passos se marcam sozinhos quando são feitos</translation>
    </message>
</context>
<context>
    <name>broto::ui::SweepPlot</name>
    <message>
        <source>line</source>
        <translation>linha</translation>
    </message>
    <message>
        <source>What shrinking costs</source>
        <translation>Quanto custa encolher</translation>
    </message>
</context>
<context>
    <name>broto::ui::SweepView</name>
    <message>
        <source>ternary</source>
        <translation>ternário</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
    <message>
        <source>%1 of the weights are 0
%2, %3</source>
        <translation>%1 dos pesos são 0
%2, %3</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>camada %1</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Experimentando …</translation>
    </message>
    <message>
        <source>on the training rows, before it learns again</source>
        <translation>nas linhas de treino, antes de voltar a aprender</translation>
    </message>
    <message>
        <source>on the validation rows, before it learns again</source>
        <translation>nas linhas de validação, antes de voltar a aprender</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>Bits de um peso</translation>
    </message>
    <message>
        <source>Share of the weights that are 0</source>
        <translation>Parte dos pesos que são 0</translation>
    </message>
    <message>
        <source>Bits of one layer, the others with 8</source>
        <translation>Bits de uma camada, as outras com 8</translation>
    </message>
    <message>
        <source>Loss more</source>
        <translation>Perda a mais</translation>
    </message>
    <message>
        <source>What there is less of</source>
        <translation>De que há menos</translation>
    </message>
    <message>
        <source>What is taken away, step by step, to see what that costs.</source>
        <translation>O que é tirado, passo a passo, para ver quanto custa.</translation>
    </message>
    <message>
        <source>Fewer bits</source>
        <translation>Menos bits</translation>
    </message>
    <message>
        <source>Fewer weights</source>
        <translation>Menos pesos</translation>
    </message>
    <message>
        <source>Layer by layer</source>
        <translation>Camada por camada</translation>
    </message>
    <message>
        <source>The data are not those of the training: train again.</source>
        <translation>Os dados não são os do treino: treine de novo.</translation>
    </message>
</context>
<context>
    <name>broto::ui::TableView</name>
    <message>
        <source>No row fits the filter. Change it, or clear it.</source>
        <translation>Nenhuma linha passa pelo filtro. Mude-o ou apague-o.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 de %Ln linha</numerusform>
            <numerusform>%1 de %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>In the order of the file</source>
        <translation>Na ordem do arquivo</translation>
    </message>
    <message>
        <source>By “%1”, ascending</source>
        <translation>Por “%1”, crescente</translation>
    </message>
    <message>
        <source>By “%1”, descending</source>
        <translation>Por “%1”, decrescente</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Sorts what is shown by the selected column; the data stay as they are. Missing values come last.</source>
        <translation>Ordena o que se vê pela coluna selecionada; os dados ficam como estão. Valores ausentes vêm por último.</translation>
    </message>
</context>
<context>
    <name>broto::ui::TargetRow</name>
    <message>
        <source>Choose the target column to go on.</source>
        <translation>Escolha a coluna-alvo para continuar.</translation>
    </message>
    <message>
        <source>Learn the column</source>
        <translation>Aprender a coluna</translation>
    </message>
    <message>
        <source>choose a column</source>
        <translation>escolha uma coluna</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>what its values suggest</source>
        <translation>o que os valores sugerem</translation>
    </message>
    <message>
        <source>a class</source>
        <translation>uma classe</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>um número</translation>
    </message>
    <message>
        <source>Classes are told apart; a number is estimated as near as can be.</source>
        <translation>Classes são distinguidas; um número é estimado o mais perto possível.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln número</numerusform>
            <numerusform>%Ln números</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 become %3.</source>
        <translation>%1 × %2 viram %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sensor(s)</source>
        <translation>
            <numerusform>%Ln sensor</numerusform>
            <numerusform>%Ln sensores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln atributo</numerusform>
            <numerusform>%Ln atributos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln category(s)</source>
        <translation>
            <numerusform>%1 tem %Ln categoria</numerusform>
            <numerusform>%1 tem %Ln categorias</numerusform>
        </translation>
    </message>
    <message>
        <source>The network gets %1.</source>
        <translation>A rede recebe %1.</translation>
    </message>
    <message>
        <source>%1 become %2.</source>
        <translation>%1 viram %2.</translation>
    </message>
    <message>
        <source>%1 become %2: %3.</source>
        <translation>%1 viram %2: %3.</translation>
    </message>
    <message>
        <source>There is only one column. Perhaps another separator?</source>
        <translation>Há uma coluna só. Talvez outro separador?</translation>
    </message>
    <message numerus="yes">
        <source>The network tells %Ln class(es) apart.</source>
        <translation>
            <numerusform>A rede distingue %Ln classe.</numerusform>
            <numerusform>A rede distingue %Ln classes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The network predicts a value.</source>
        <translation>A rede prevê um valor.</translation>
    </message>
    <message>
        <source>The network predicts a value in %1.</source>
        <translation>A rede prevê um valor em %1.</translation>
    </message>
    <message>
        <source>The target: what the network predicts from the features.</source>
        <translation>O alvo: o que a rede prevê a partir dos atributos.</translation>
    </message>
</context>
<context>
    <name>broto::ui::TestRowsSource</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stream test rows</source>
        <translation>Enviar linhas</translation>
    </message>
    <message>
        <source>Test rows come from a table: open one on the Data page.</source>
        <translation>Linhas de teste vêm de uma tabela: abra uma na página Dados.</translation>
    </message>
    <message>
        <source>Row %1 of %2</source>
        <translation>Linha %1 de %2</translation>
    </message>
    <message>
        <source>Rows that the training has never seen, one after the other.</source>
        <translation>Linhas que o treino nunca viu, uma após a outra.</translation>
    </message>
    <message>
        <source>How fast rows are sent</source>
        <translation>Com que rapidez as linhas são enviadas</translation>
    </message>
    <message>
        <source>Send the test rows to the board one after the other, from the first</source>
        <translation>Envia as linhas de teste à placa uma após a outra, desde a primeira</translation>
    </message>
</context>
<context>
    <name>broto::ui::TimeBars</name>
    <message>
        <source>From %1 to %2, half of the answers within %3</source>
        <translation>De %1 a %2, metade das respostas em até %3</translation>
    </message>
    <message>
        <source>Time per answer</source>
        <translation>Tempo por resposta</translation>
    </message>
</context>
<context>
    <name>broto::ui::ToolPanel</name>
    <message>
        <source>Close the programs</source>
        <translation>Fechar os programas</translation>
    </message>
    <message>
        <source>Closes the list of programs</source>
        <translation>Fecha a lista de programas</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Programs that Broto calls</source>
        <translation>Programas que o Broto usa</translation>
    </message>
    <message>
        <source>Broto calls these where they are installed. Boards whose program comes with Broto need none to build.</source>
        <translation>O Broto usa estes programas quando estão instalados. Placas cujo programa já vem com o Broto não precisam de nenhum para compilar.</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Compilar</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Gravar</translation>
    </message>
    <message>
        <source>Virtual boards</source>
        <translation>Placas virtuais</translation>
    </message>
    <message>
        <source>For: %1</source>
        <translation>Para: %1</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>não encontrado</translation>
    </message>
    <message>
        <source>not found: sudo apt install %1</source>
        <translation>não encontrado: sudo apt install %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>para %1</translation>
    </message>
    <message numerus="yes">
        <source>for %Ln board(s)</source>
        <translation>
            <numerusform>para %Ln placa</numerusform>
            <numerusform>para %Ln placas</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked for first in</source>
        <translation>Procurados primeiro em</translation>
    </message>
    <message>
        <source>No folder of your own: the system&apos;s search path alone.</source>
        <translation>Nenhuma pasta sua: apenas o caminho de busca do sistema.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Programs are no longer looked for in this folder; nothing is deleted.</source>
        <translation>Os programas deixam de ser procurados nesta pasta; nada é apagado.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Adicionar uma pasta…</translation>
    </message>
    <message>
        <source>Programs in it are taken before those of the system, as from a copy of arduino-cli that you have unpacked.</source>
        <translation>Os programas dela têm preferência sobre os do sistema, como os de uma cópia do arduino-cli que você descompactou.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Procurar de novo</translation>
    </message>
    <message>
        <source>After you have installed something.</source>
        <translation>Depois de instalar alguma coisa.</translation>
    </message>
    <message>
        <source>A folder with programs</source>
        <translation>Uma pasta com programas</translation>
    </message>
</context>
<context>
    <name>broto::ui::TraceModel</name>
    <message>
        <source>Inputs of the layer are whole steps</source>
        <translation>As entradas da camada são passos inteiros</translation>
    </message>
    <message>
        <source>Weights are whole steps</source>
        <translation>Os pesos são passos inteiros</translation>
    </message>
    <message>
        <source>The bias is a whole step</source>
        <translation>O viés é um passo inteiro</translation>
    </message>
    <message>
        <source>Multiplier and shift are near the factor</source>
        <translation>Multiplicador e deslocamento são quase o fator</translation>
    </message>
    <message>
        <source>The shift rounds</source>
        <translation>O deslocamento arredonda</translation>
    </message>
    <message>
        <source>An int8 ends at 127</source>
        <translation>Um int8 termina em 127</translation>
    </message>
    <message>
        <source>Entries of the table are whole steps</source>
        <translation>Os valores da tabela são passos inteiros</translation>
    </message>
    <message>
        <source>Offset and unit of the answer</source>
        <translation>Offset e unidade da resposta</translation>
    </message>
    <message>
        <source>The row becomes activations</source>
        <translation>A linha vira ativações</translation>
    </message>
    <message>
        <source>input %1 is on</source>
        <translation>a entrada %1 está ativa</translation>
    </message>
    <message>
        <source>The neuron adds up: exact</source>
        <translation>O neurônio soma: exato</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>viés</translation>
    </message>
    <message>
        <source>input %1 · weight</source>
        <translation>entrada %1 · peso</translation>
    </message>
    <message>
        <source>%1 · %2 = %3, sum %4</source>
        <translation>%1 · %2 = %3, soma %4</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>soma</translation>
    </message>
    <message>
        <source>To the scale of the output</source>
        <translation>Para a escala da saída</translation>
    </message>
    <message>
        <source>times the multiplier</source>
        <translation>vezes o multiplicador</translation>
    </message>
    <message>
        <source>%1 · %2 = %3</source>
        <translation>%1 · %2 = %3</translation>
    </message>
    <message>
        <source>round and shift</source>
        <translation>arredondar e deslocar</translation>
    </message>
    <message>
        <source>(%1 + %2) &gt;&gt; %3 = %4</source>
        <translation>(%1 + %2) &gt;&gt; %3 = %4</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>cortado</translation>
    </message>
    <message>
        <source>within an int8</source>
        <translation>dentro de um int8</translation>
    </message>
    <message>
        <source>looked up in the table</source>
        <translation>lido na tabela</translation>
    </message>
    <message>
        <source>offset, then unit</source>
        <translation>offset, depois unidade</translation>
    </message>
    <message>
        <source>(%1 + %2) · %3</source>
        <translation>(%1 + %2) · %3</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>Where the difference comes from</source>
        <translation>De onde vem a diferença</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>Na placa</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Representa</translation>
    </message>
    <message>
        <source>In float</source>
        <translation>Em float</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>((%1 − %2) · %3 + 2¹⁹) &gt;&gt; 20 = %4</source>
        <translation>((%1 − %2) · %3 + 2¹⁹) &gt;&gt; 20 = %4</translation>
    </message>
    <message>
        <source>(cut off)</source>
        <translation>(cortado)</translation>
    </message>
    <message>
        <source>Weights are others than in float</source>
        <translation>Os pesos são diferentes dos do float</translation>
    </message>
    <message>
        <source>The bias is another than in float</source>
        <translation>O viés é diferente do viés em float</translation>
    </message>
</context>
<context>
    <name>broto::ui::TraceView</name>
    <message>
        <source>layer %1</source>
        <translation>camada %1</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>camada de saída</translation>
    </message>
    <message>
        <source>Choose a variant of integers in the table.</source>
        <translation>Escolha uma variante de inteiros na tabela.</translation>
    </message>
    <message>
        <source>Test row</source>
        <translation>Linha de teste</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>neurônio</translation>
    </message>
    <message>
        <source>Which row goes in.</source>
        <translation>Qual linha entra.</translation>
    </message>
    <message>
        <source>The layer that is looked at.</source>
        <translation>A camada examinada.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Which of its neurons is followed.</source>
        <translation>Qual dos seus neurônios se segue.</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neurônio</translation>
    </message>
    <message>
        <source>One number, step by step</source>
        <translation>Um número, passo a passo</translation>
    </message>
    <message>
        <source>The data are not those of the training: train again.</source>
        <translation>Os dados não são os do treino: treine de novo.</translation>
    </message>
    <message>
        <source>Training row</source>
        <translation>Linha de treino</translation>
    </message>
    <message>
        <source>row %1 of the table</source>
        <translation>linha %1 da tabela</translation>
    </message>
</context>
<context>
    <name>broto::ui::TradeOffPlot</name>
    <message>
        <source>Time (µs)</source>
        <translation>Tempo (µs)</translation>
    </message>
    <message>
        <source>RAM (bytes)</source>
        <translation>RAM (bytes)</translation>
    </message>
    <message>
        <source>Flash (bytes)</source>
        <translation>Flash (bytes)</translation>
    </message>
    <message>
        <source>Quality and cost of the variants</source>
        <translation>Qualidade e custo das variantes</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>custo</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualidade</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>comprimida</translation>
    </message>
    <message>
        <source>best for its cost</source>
        <translation>melhor pelo que custa</translation>
    </message>
</context>
<context>
    <name>broto::ui::TrainingControls</name>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Learns from the training rows, from the first epoch on (F5).</source>
        <translation>Aprende com as linhas de treino, desde a primeira época (F5).</translation>
    </message>
    <message>
        <source>Goes on where it stands (Space or F6).</source>
        <translation>Continua de onde está (Espaço ou F6).</translation>
    </message>
    <message>
        <source>Holds the training after this epoch; nothing is lost (Space or F6).</source>
        <translation>Pausa o treino depois desta época; nada se perde (Espaço ou F6).</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Runs one epoch, every training row once, and pauses (F10).</source>
        <translation>Roda uma época, cada linha de treino uma vez, e pausa (F10).</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Ends now and keeps the best epoch so far (Shift+F5).</source>
        <translation>Termina agora e fica com a melhor época até aqui (Shift+F5).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ends now and drops this run; the one before it stays.</source>
        <translation>Termina agora e descarta este treino; o anterior fica.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Gives this run more epochs, exactly as if it had never ended.</source>
        <translation>Dá mais épocas a este treino, exatamente como se nunca tivesse terminado.</translation>
    </message>
    <message>
        <source>Epochs more</source>
        <translation>Épocas a mais</translation>
    </message>
    <message>
        <source>How many epochs the run is to have on top of those it had.</source>
        <translation>Quantas épocas o treino terá além das que já teve.</translation>
    </message>
    <message>
        <source>Slowly</source>
        <translation>Devagar</translation>
    </message>
    <message>
        <source>Ten epochs a second, so that you can watch it learn; the network learns the same.</source>
        <translation>Dez épocas por segundo, para você ver a rede aprender; o que ela aprende é o mesmo.</translation>
    </message>
</context>
<context>
    <name>broto::ui::TrainingCurves</name>
    <message>
        <source>best: %1</source>
        <translation>melhor: %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Treino %1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Perda por época</translation>
    </message>
    <message>
        <source>Metric by epoch</source>
        <translation>Métrica por época</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>&amp;Log scale</source>
        <translation>Escala &amp;logarítmica</translation>
    </message>
    <message>
        <source>Draws the loss so that a fall from 1 to 0.1 is as high as one from 0.1 to 0.01.</source>
        <translation>Desenha a perda de modo que uma queda de 1 a 0,1 tenha a mesma altura que uma de 0,1 a 0,01.</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>&amp;Suavização</translation>
    </message>
    <message>
        <source>Draws means over neighbouring epochs, so that the trend shows behind the trembling.</source>
        <translation>Desenha médias de épocas vizinhas, para que a tendência apareça por trás do tremor.</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation>Suavização das curvas</translation>
    </message>
</context>
<context>
    <name>broto::ui::TrainingHalf</name>
    <message>
        <source>Train with a rate of %1</source>
        <translation>Treinar com taxa %1</translation>
    </message>
    <message>
        <source>The first epoch runs.</source>
        <translation>A primeira época está em curso.</translation>
    </message>
    <message>
        <source>Press Train: the curves appear here.</source>
        <translation>Clique em Treinar: as curvas aparecem aqui.</translation>
    </message>
    <message>
        <source>Paused after epoch %1 of %2.</source>
        <translation>Pausado após a época %1 de %2.</translation>
    </message>
    <message>
        <source>Epoch %1 of %2.</source>
        <translation>Época %1 de %2.</translation>
    </message>
    <message>
        <source>%1 in training.</source>
        <translation>%1 no treino.</translation>
    </message>
    <message>
        <source>%1 in validation; %2 in training.</source>
        <translation>%1 na validação; %2 no treino.</translation>
    </message>
    <message>
        <source>Lowers the learning rate, which can be undone, and trains again.</source>
        <translation>Reduz a taxa de aprendizado, o que pode ser desfeito, e treina de novo.</translation>
    </message>
    <message>
        <source>Mean absolute error %1.</source>
        <translation>Erro absoluto médio %1.</translation>
    </message>
    <message>
        <source>%1 on the test rows; %2 in training, %3 in validation.</source>
        <translation>%1 nas linhas de teste; %2 no treino, %3 na validação.</translation>
    </message>
    <message>
        <source>The network was imported: it has no curves.</source>
        <translation>A rede foi importada: ela não tem curvas.</translation>
    </message>
    <message>
        <source>Best epoch: %1 of %2.</source>
        <translation>Melhor época: %1 de %2.</translation>
    </message>
</context>
<context>
    <name>broto::ui::TrainingOptions</name>
    <message>
        <source>Fits the target (%1)</source>
        <translation>Conforme o alvo (%1)</translation>
    </message>
    <message>
        <source>Fits the target</source>
        <translation>Conforme o alvo</translation>
    </message>
    <message>
        <source>Goes by what is learned: a class or a number.</source>
        <translation>Segue o que se aprende: uma classe ou um número.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <source>Start and safety</source>
        <translation>Início e segurança</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>Against learning by heart</source>
        <translation>Contra o sobreajuste</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Variação da taxa</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aquecimento</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Pesos iniciais</translation>
    </message>
    <message>
        <source>Weights of classes</source>
        <translation>Pesos das classes</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavização dos rótulos</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento dos pesos</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciência</translation>
    </message>
    <message>
        <source>How the learning rate moves from the first epoch to the last.</source>
        <translation>Como a taxa de aprendizado muda da primeira à última época.</translation>
    </message>
    <message>
        <source>Epochs in which the learning rate rises to its full size: a calm start.</source>
        <translation>Épocas em que a taxa de aprendizado sobe até o valor pleno: uma partida calma.</translation>
    </message>
    <message>
        <source>How much of its speed a step keeps; for Momentum and Nesterov.</source>
        <translation>Quanto da sua velocidade um passo conserva; para Momentum e Nesterov.</translation>
    </message>
    <message>
        <source>How strongly weights are pulled towards 0; for AdamW.</source>
        <translation>Com que força os pesos são puxados para 0; para AdamW.</translation>
    </message>
    <message>
        <source>by the number of rows</source>
        <translation>pelo número de linhas</translation>
    </message>
    <message>
        <source>Few rows are easily learned by heart, so that the fewer there are the stronger the pull is.</source>
        <translation>Poucas linhas são fáceis de decorar; quanto menos houver, mais forte é o puxão.</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>O que o treino torna pequeno.</translation>
    </message>
    <message>
        <source>Whether rows of rare classes count more.</source>
        <translation>Se as linhas de classes raras contam mais.</translation>
    </message>
    <message>
        <source>Share of the truth that is spread over all classes, so that the network is never too sure.</source>
        <translation>Parte da verdade que se espalha por todas as classes, para que a rede nunca fique segura demais.</translation>
    </message>
    <message>
        <source>A price on the size of every weight: drives those that are not needed to 0.</source>
        <translation>Penaliza o tamanho de cada peso: leva a 0 os que não fazem falta.</translation>
    </message>
    <message>
        <source>A price on the square of every weight: keeps all of them small.</source>
        <translation>Penaliza o quadrado de cada peso: mantém todos pequenos.</translation>
    </message>
    <message>
        <source>Ends the training when the validation loss has not become lower for so many epochs.</source>
        <translation>Encerra o treino quando a perda de validação não diminui por tantas épocas.</translation>
    </message>
    <message>
        <source>How large the weights are before the first epoch.</source>
        <translation>O tamanho dos pesos antes da primeira época.</translation>
    </message>
    <message>
        <source>Gradients longer than this are shortened to it, against sudden leaps.</source>
        <translation>Gradientes maiores que isto são encurtados, contra saltos repentinos.</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> épocas</translation>
    </message>
    <message>
        <source>none</source>
        <translation>não usar</translation>
    </message>
    <message>
        <source>all epochs</source>
        <translation>todas as épocas</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sem limite</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Restaurar padrão</translation>
    </message>
    <message>
        <source>Sets everything in this panel back; it can be undone.</source>
        <translation>Devolve tudo neste painel ao padrão; pode ser desfeito.</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Iguais</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrados</translation>
    </message>
    <message>
        <source>Every row counts the same.</source>
        <translation>Todas as linhas contam igual.</translation>
    </message>
    <message>
        <source>A row counts the more the fewer rows its class has.</source>
        <translation>Uma linha conta tanto mais quanto menos linhas a sua classe tem.</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Limite do gradiente</translation>
    </message>
</context>
<context>
    <name>broto::ui::TrainingSettingsBar</name>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>The same seed gives the same weights, to the last bit.</source>
        <translation>A mesma semente dá os mesmos pesos, até o último bit.</translation>
    </message>
    <message>
        <source>How often the network sees every training row.</source>
        <translation>Quantas vezes a rede vê cada linha de treino.</translation>
    </message>
    <message>
        <source>How many rows are looked at before each step: few are lively, many are steady and fast.</source>
        <translation>Quantas linhas são vistas antes de cada passo: com poucas, o treino oscila; com muitas, é estável e rápido.</translation>
    </message>
    <message>
        <source>How long a step is: too long and the loss leaps, too short and it crawls.</source>
        <translation>O tamanho do passo: longo demais, a perda salta; curto demais, ela se arrasta.</translation>
    </message>
    <message>
        <source>How a slope becomes a step.</source>
        <translation>Como uma inclinação vira um passo.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>Schedule, loss, penalties and the other settings.</source>
        <translation>Variação da taxa, perda, penalidades e os demais ajustes.</translation>
    </message>
</context>
<context>
    <name>broto::ui::UnderstoodLine</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln coluna</numerusform>
            <numerusform>%Ln colunas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. Opens the other choices.</source>
        <translation>%1. Abre as outras opções.</translation>
    </message>
</context>
<context>
    <name>broto::ui::ValueBarsPlot</name>
    <message>
        <source>How many</source>
        <translation>Quantos</translation>
    </message>
    <message>
        <source>How often values occur</source>
        <translation>Quantas vezes os valores ocorrem</translation>
    </message>
    <message>
        <source>float network</source>
        <translation>rede em float</translation>
    </message>
    <message>
        <source>%1 to %2
%3: %4</source>
        <translation>%1 a %2
%3: %4</translation>
    </message>
    <message>
        <source>float network: %1</source>
        <translation>rede em float: %1</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>até</translation>
    </message>
</context>
<context>
    <name>broto::ui::VariantViews</name>
    <message>
        <source>How %1 learned is not kept in the project. Compress again to see it.</source>
        <translation>Como %1 aprendeu não fica guardado no projeto. Comprima de novo para ver.</translation>
    </message>
    <message>
        <source>What learns while it is compressed (QAT, codebooks with trained centres, pruning, distillation) shows its curve here, beside the float network&apos;s.</source>
        <translation>O que aprende enquanto é comprimido (QAT, codebooks com centros treinados, poda, destilação) mostra aqui a sua curva, ao lado da curva da rede em float.</translation>
    </message>
    <message>
        <source>What the variants cost</source>
        <translation>Quanto as variantes custam</translation>
    </message>
    <message>
        <source>What is drawn across: bytes of flash or RAM, or the time of one answer on the board.</source>
        <translation>O que está na horizontal: bytes de flash ou RAM, ou o tempo de uma resposta na placa.</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Quality and cost</source>
        <translation>Qualidade e custo</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizado</translation>
    </message>
    <message>
        <source>What shrinking costs</source>
        <translation>Quanto custa encolher</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respostas</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Por dentro</translation>
    </message>
    <message>
        <source>Follow one number</source>
        <translation>Siga um número</translation>
    </message>
    <message>
        <source>Pictures of the variants</source>
        <translation>Figuras das variantes</translation>
    </message>
</context>
<context>
    <name>broto::ui::VariantsModel</name>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudança</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Controle</translation>
    </message>
    <message>
        <source>Weights kept as %1.</source>
        <translation>Pesos guardados como %1.</translation>
    </message>
    <message numerus="yes">
        <source>The float network reaches %1 after %n more epochs.</source>
        <translation>
            <numerusform>A rede em float chega a %1 com mais %n época.</numerusform>
            <numerusform>A rede em float chega a %1 com mais %n épocas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The same network, trained without a teacher, reaches %1.</source>
        <translation>A mesma rede, treinada sem professor, chega a %1.</translation>
    </message>
    <message>
        <source>%1 of %2 test rows have the same answer as in float.</source>
        <translation>%1 das %2 linhas de teste têm a mesma resposta que em float.</translation>
    </message>
    <message>
        <source>Against the float network, on the same test rows.</source>
        <translation>Em relação à rede em float, nas mesmas linhas de teste.</translation>
    </message>
    <message>
        <source>Against the float network that has trained as many epochs more: what is left is the compression&apos;s own.</source>
        <translation>Em relação à rede em float treinada pelo mesmo número de épocas a mais: o que sobra é efeito da própria compressão.</translation>
    </message>
    <message>
        <source>Bytes of weights, biases, multipliers and tables.</source>
        <translation>Bytes de pesos, vieses, multiplicadores e tabelas.</translation>
    </message>
    <message>
        <source>Estimated for the chosen board, of the model and its code alone.</source>
        <translation>Estimado para a placa escolhida, só do modelo e do seu código.</translation>
    </message>
    <message>
        <source>The answers differ from those in float by %1 on average, and by %2 at most.</source>
        <translation>As respostas diferem das do float em %1 em média, e no máximo em %2.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>IC 95 %</translation>
    </message>
    <message>
        <source>In 95 of 100 test sets as large as this one, such an interval holds the true change. With 0 in it, the test rows cannot tell the two apart.</source>
        <translation>Em 95 de 100 conjuntos de teste deste tamanho, um intervalo assim contém a mudança verdadeira. Se ele contém o 0, as linhas de teste não distinguem as duas.</translation>
    </message>
    <message>
        <source>More than the %1 of flash that the %2 has.</source>
        <translation>Mais do que os %1 de flash da placa %2.</translation>
    </message>
    <message>
        <source>With its stack more than the %1 of RAM that the %2 has.</source>
        <translation>Com a pilha, mais do que os %1 de RAM da placa %2.</translation>
    </message>
</context>
<context>
    <name>broto::ui::WeightsView</name>
    <message>
        <source>Weights and gradients by layer</source>
        <translation>Pesos e gradientes por camada</translation>
    </message>
    <message>
        <source>Healthy gradients are of a like size in all layers. Where they vanish a layer learns nothing more; where they explode the loss leaps. The gradient is of the loss over 256 training rows at most.</source>
        <translation>Gradientes saudáveis têm tamanho parecido em todas as camadas. Onde somem, a camada já não aprende; onde explodem, a perda salta. O gradiente é o da perda sobre no máximo 256 linhas de treino.</translation>
    </message>
</context>
<context>
    <name>broto::ui::WelcomePage</name>
    <message>
        <source>From a table of readings to a board that answers</source>
        <translation>De uma tabela de leituras a uma placa que responde</translation>
    </message>
    <message>
        <source>Start with a sample, or with a table of your own.</source>
        <translation>Comece com um exemplo ou com uma tabela sua.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Escolher um arquivo…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projetos recentes</translation>
    </message>
    <message>
        <source>More samples:</source>
        <translation>Mais exemplos:</translation>
    </message>
    <message>
        <source>Drop a CSV file, a project or a model (.tflite, .onnx) anywhere on this window, or choose one.</source>
        <translation>Solte um arquivo CSV, um projeto ou um modelo (.tflite, .onnx) em qualquer lugar desta janela, ou escolha um.</translation>
    </message>
    <message>
        <source>New here? Take the five-minute tour</source>
        <translation>Primeira vez aqui? Faça o tour de cinco minutos</translation>
    </message>
    <message>
        <source>Opens a small table and shows the six steps beside the pages.</source>
        <translation>Abre uma pequena tabela e mostra os seis passos ao lado das páginas.</translation>
    </message>
</context>
<context>
    <name>broto::ui::WindowFeatureBoxes</name>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>How many equal bands the frequencies are divided into.</source>
        <translation>Em quantas bandas iguais as frequências são divididas.</translation>
    </message>
    <message>
        <source>Bands, %1 Hz each</source>
        <translation>Bandas de %1 Hz</translation>
    </message>
</context>
<context>
    <name>broto::ui::WindowSpans</name>
    <message>
        <source>Length</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>How much of the stream a window holds: at least one whole motion.</source>
        <translation>Quanto do fluxo cabe numa janela: ao menos um movimento inteiro.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>From the beginning of one window to that of the next; shorter ones overlap.</source>
        <translation>Do começo de uma janela ao da próxima; passos menores se sobrepõem.</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>Medido em</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>leituras</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>Seconds need a column that says when a reading was taken.</source>
        <translation>Segundos precisam de uma coluna que diga quando a leitura foi feita.</translation>
    </message>
    <message>
        <source>Longest gap, s</source>
        <translation>Maior lacuna, s</translation>
    </message>
    <message>
        <source>Windows of several classes</source>
        <translation>Janelas com várias classes</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>ficam de fora</translation>
    </message>
    <message>
        <source>What becomes of a window in which one class passes into another.</source>
        <translation>O que acontece com uma janela em que uma classe passa para outra.</translation>
    </message>
    <message>
        <source>A window&apos;s value is</source>
        <translation>O valor de uma janela é</translation>
    </message>
    <message>
        <source>that of its last reading</source>
        <translation>o da última leitura</translation>
    </message>
    <message>
        <source>the mean of its readings</source>
        <translation>a média das leituras</translation>
    </message>
    <message>
        <source>Which value of the target the network is to tell of a window.</source>
        <translation>Qual valor do alvo a rede deve responder para uma janela.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Readings farther apart than this are never in one window; automatic: 2.5 steps.</source>
        <translation>Leituras mais distantes que isto nunca ficam na mesma janela; automático: 2,5 passos.</translation>
    </message>
    <message>
        <source>take the most common class</source>
        <translation>ficam com a classe mais comum</translation>
    </message>
</context>
<context>
    <name>broto::ui::WindowsPanel</name>
    <message numerus="yes">
        <source>These rows look like a stream of readings. There would be %Ln window(s).</source>
        <translation>
            <numerusform>Estas linhas parecem um fluxo de leituras. Haveria %Ln janela.</numerusform>
            <numerusform>Estas linhas parecem um fluxo de leituras. Haveria %Ln janelas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) of %1 readings: %2 for training, %3 for validation, %4 for the test.</source>
        <translation>
            <numerusform>%Ln janela de %1 leituras: %2 para treino, %3 para validação, %4 para teste.</numerusform>
            <numerusform>%Ln janelas de %1 leituras: %2 para treino, %3 para validação, %4 para teste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make windows of the rows</source>
        <translation>Criar janelas com as linhas</translation>
    </message>
    <message>
        <source>For rows that are readings of sensors, one after the other.</source>
        <translation>Para linhas que são leituras de sensores, uma após a outra.</translation>
    </message>
    <message>
        <source>A single reading of an accelerometer tells no gesture. A window is some readings in a row, described by features such as mean and deviation; the board makes the same ones.</source>
        <translation>Uma única leitura de acelerômetro não diz o gesto. Uma janela são algumas leituras seguidas, descritas por atributos como média e desvio; a placa calcula os mesmos.</translation>
    </message>
    <message>
        <source>Make windows</source>
        <translation>Criar janelas</translation>
    </message>
    <message>
        <source>Groups the readings into windows of a proposed length; it can be undone.</source>
        <translation>Agrupa as leituras em janelas de um tamanho proposto; pode ser desfeito.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Epoch %1 of %2: loss %3, %4 %5</source>
        <translation>Época %1 de %2: perda %3, %4 %5</translation>
    </message>
    <message>
        <source>%1: training %2, validation %3, test %4</source>
        <translation>%1: treino %2, validação %3, teste %4</translation>
    </message>
    <message>
        <source>%1: test %2, %3 bytes of weights</source>
        <translation>%1: teste %2, %3 bytes de pesos</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Salvo como %1.</translation>
    </message>
    <message>
        <source>Write names apart by commas, without empty ones</source>
        <translation>Escreva nomes separados por vírgulas, nenhum vazio</translation>
    </message>
    <message>
        <source>Column to learn (default: the last one that can be)</source>
        <translation>Coluna a aprender (padrão: a última possível)</translation>
    </message>
    <message>
        <source>Columns to learn from, apart by commas</source>
        <translation>Colunas usadas como atributos, separadas por vírgulas</translation>
    </message>
    <message>
        <source>Columns to leave out</source>
        <translation>Colunas a deixar de fora</translation>
    </message>
    <message>
        <source>What kind of answer the target is</source>
        <translation>Que tipo de resposta é o alvo</translation>
    </message>
    <message>
        <source>Shares for training, validation and test (default: 70,15,15)</source>
        <translation>Proporções para treino, validação e teste (padrão: 70,15,15)</translation>
    </message>
    <message>
        <source>Write three numbers such as 70,15,15; the first must be more than 0</source>
        <translation>Escreva três números como 70,15,15; o primeiro precisa ser maior que 0</translation>
    </message>
    <message>
        <source>Neurons of the hidden layers, such as 16,8, or none (default: 16,8)</source>
        <translation>Neurônios das camadas ocultas, como 16,8, ou none (padrão: 16,8)</translation>
    </message>
    <message>
        <source>Write at most %1 whole numbers from 1 to %2, apart by commas, or none</source>
        <translation>Escreva no máximo %1 números inteiros de 1 a %2, separados por vírgulas, ou none</translation>
    </message>
    <message>
        <source>Activation of the hidden layers</source>
        <translation>Ativação das camadas ocultas</translation>
    </message>
    <message>
        <source>How often all rows are seen</source>
        <translation>Quantas vezes todas as linhas são vistas</translation>
    </message>
    <message>
        <source>Rows between two steps</source>
        <translation>Linhas entre dois passos</translation>
    </message>
    <message>
        <source>How a step is found</source>
        <translation>Como se encontra um passo</translation>
    </message>
    <message>
        <source>Size of a step</source>
        <translation>Tamanho de um passo</translation>
    </message>
    <message>
        <source>Write a number above 0 and up to 1000</source>
        <translation>Escreva um número maior que 0 e até 1000</translation>
    </message>
    <message>
        <source>Same seed, same result, to the last bit</source>
        <translation>Mesma semente, mesmo resultado, até o último bit</translation>
    </message>
    <message>
        <source>Train a network on a table</source>
        <translation>Treinar uma rede com uma tabela</translation>
    </message>
    <message>
        <source>A CSV file, or a sample such as sample:iris</source>
        <translation>Um arquivo CSV, ou um exemplo como sample:iris</translation>
    </message>
    <message>
        <source>The project file to write</source>
        <translation>O arquivo de projeto a gravar</translation>
    </message>
    <message>
        <source>column</source>
        <translation>coluna</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidade</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>role</source>
        <translation>papel</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valores</translation>
    </message>
    <message>
        <source>min</source>
        <translation>mín</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máx</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Show what is in a table</source>
        <translation>Mostrar o que há numa tabela</translation>
    </message>
    <message>
        <source>%1. Add --help to see how to use it.</source>
        <translation>%1. Acrescente --help para ver como usar.</translation>
    </message>
    <message>
        <source>Print exactly one JSON document on standard output</source>
        <translation>Escrever exatamente um documento JSON na saída padrão</translation>
    </message>
    <message>
        <source>No progress on standard error</source>
        <translation>Sem progresso na saída de erros</translation>
    </message>
    <message>
        <source>Language of sentences: en or pt_BR (default: the system&apos;s)</source>
        <translation>Idioma das frases: en ou pt_BR (padrão: o do sistema)</translation>
    </message>
    <message>
        <source>From a table of sensor readings to a board that answers.</source>
        <translation>De uma tabela de leituras de sensores a uma placa que responde.</translation>
    </message>
    <message>
        <source>No board was found. Plug one in, name its port with --port, or take a virtual one with --virtual.</source>
        <translation>Nenhuma placa foi encontrada. Conecte uma, informe a porta com --port ou use uma virtual com --virtual.</translation>
    </message>
    <message>
        <source>There are several boards: %1. Choose one with --port.</source>
        <translation>Há várias placas: %1. Escolha uma com --port.</translation>
    </message>
    <message>
        <source>Rows without an answer because a value is missing: %1.</source>
        <translation>Linhas sem resposta por um valor ausente: %1.</translation>
    </message>
    <message>
        <source>Rows with values outside what the model was trained on: %1.</source>
        <translation>Linhas com valores fora do que o modelo viu no treino: %1.</translation>
    </message>
    <message>
        <source>Wrote %1 answers of %2 to %3.</source>
        <translation>%1 respostas de %2 gravadas em %3.</translation>
    </message>
    <message>
        <source>Let a model answer the rows of a table</source>
        <translation>Deixar um modelo responder às linhas de uma tabela</translation>
    </message>
    <message>
        <source>A project file</source>
        <translation>Um arquivo de projeto</translation>
    </message>
    <message>
        <source>A CSV file with the model&apos;s columns</source>
        <translation>Um arquivo CSV com as colunas do modelo</translation>
    </message>
    <message>
        <source>Which variant of the model</source>
        <translation>Qual variante do modelo</translation>
    </message>
    <message>
        <source>Also write the raw outputs, as a board gives them</source>
        <translation>Gravar também as saídas brutas, como a placa as dá</translation>
    </message>
    <message>
        <source>The CSV file to write</source>
        <translation>O arquivo CSV a gravar</translation>
    </message>
    <message>
        <source>Compiling for %1 …</source>
        <translation>Compilando para %1 …</translation>
    </message>
    <message>
        <source>Uploading to %1:</source>
        <translation>Gravando em %1:</translation>
    </message>
    <message>
        <source>%1 runs %2 now: uploaded and verified in %3 s.</source>
        <translation>%1 agora roda %2: gravado e verificado em %3 s.</translation>
    </message>
    <message>
        <source>Build that program and upload it</source>
        <translation>Compilar esse programa e gravá-lo</translation>
    </message>
    <message>
        <source>Where the board is</source>
        <translation>Onde está a placa</translation>
    </message>
    <message>
        <source>Upload to a virtual board</source>
        <translation>Gravar numa placa virtual</translation>
    </message>
    <message>
        <source>There is no sample “%1”. There are: %2.</source>
        <translation>Não existe o exemplo “%1”. Existem: %2.</translation>
    </message>
    <message>
        <source>%1 is read by this command and would be lost. Choose another file with -o.</source>
        <translation>%1 é lido por este comando e seria perdido. Escolha outro arquivo com -o.</translation>
    </message>
    <message>
        <source>There is no command “%1”</source>
        <translation>Não existe o comando “%1”</translation>
    </message>
    <message>
        <source>The variant “%1” was made from data that have been changed since. Train again first.</source>
        <translation>A variante “%1” foi feita com dados que mudaram desde então. Treine de novo antes.</translation>
    </message>
    <message>
        <source>There is no virtual %1</source>
        <translation>Não existe um %1 virtual</translation>
    </message>
    <message>
        <source>Which board, by its name in the list of boards</source>
        <translation>Qual placa, pelo nome na lista de placas</translation>
    </message>
    <message>
        <source>A virtual board, such as uno</source>
        <translation>Uma placa virtual, como uno</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>exemplo</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarefa</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>float</source>
        <translation>float</translation>
    </message>
    <message>
        <source>int8</source>
        <translation>int8</translation>
    </message>
    <message>
        <source>flash (B)</source>
        <translation>flash (B)</translation>
    </message>
    <message>
        <source>RAM (B)</source>
        <translation>RAM (B)</translation>
    </message>
    <message>
        <source>time (µs)</source>
        <translation>tempo (µs)</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>linhas</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>idênticas</translation>
    </message>
    <message>
        <source>The board and the workbench differ. Please report this.</source>
        <translation>A placa e a bancada diferem. Por favor, avise-nos.</translation>
    </message>
    <message>
        <source>Every answer of the board is the workbench&apos;s, to the last bit. %1 s in all.</source>
        <translation>Cada resposta da placa é igual à da bancada, até o último bit. %1 s ao todo.</translation>
    </message>
    <message>
        <source>Now with your own table: broto-cli train data.csv -o model.broto</source>
        <translation>Agora com a sua tabela: broto-cli train dados.csv -o modelo.broto</translation>
    </message>
    <message>
        <source>From a table to a board that answers, twice: on a virtual %1 that runs the true program, flashed by the true uploader.</source>
        <translation>De uma tabela a uma placa que responde, duas vezes: num %1 virtual que roda o programa de verdade, gravado pelo gravador de verdade.</translation>
    </message>
    <message>
        <source>Show all of it on bundled tables and a virtual Uno</source>
        <translation>Mostrar tudo com tabelas incluídas e um Uno virtual</translation>
    </message>
    <message>
        <source>port</source>
        <translation>porta</translation>
    </message>
    <message>
        <source>board</source>
        <translation>placa</translation>
    </message>
    <message>
        <source>description</source>
        <translation>descrição</translation>
    </message>
    <message>
        <source>There is no serial port here. Plug a board in, or use --virtual with flash and check.</source>
        <translation>Não há porta serial aqui. Conecte uma placa ou use --virtual com flash e check.</translation>
    </message>
    <message>
        <source>List serial ports and virtual boards</source>
        <translation>Listar portas seriais e placas virtuais</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>%1 gravado.</translation>
    </message>
    <message>
        <source>The folder to write to</source>
        <translation>A pasta onde gravar</translation>
    </message>
    <message>
        <source>%1: test %2 %3 (float: %4), %5 bytes of weights (float: %6)</source>
        <translation>%1: teste %2 %3 (float: %4), %5 bytes de pesos (float: %6)</translation>
    </message>
    <message>
        <source>Add a smaller variant of the model</source>
        <translation>Acrescentar uma variante menor do modelo</translation>
    </message>
    <message>
        <source>
%1: %2 rows, to learn “%3” from %4 columns</source>
        <translation>
%1: %2 linhas, para aprender “%3” com %4 colunas</translation>
    </message>
    <message>
        <source>  Train     %1 %2 on rows it has not seen, after %3 epochs</source>
        <translation>  Treinar    %1 %2 em linhas que ela não viu, após %3 épocas</translation>
    </message>
    <message>
        <source>  Compress  %1 bytes of weights instead of %2, %3 %4</source>
        <translation>  Comprimir  %1 bytes de pesos em vez de %2, %3 %4</translation>
    </message>
    <message>
        <source>  Build     %1 bytes of flash of %2, %3 bytes of RAM of %4</source>
        <translation>  Compilar   %1 bytes de flash de %2, %3 bytes de RAM de %4</translation>
    </message>
    <message>
        <source>  Upload    verified, %1 s</source>
        <translation>  Gravar     verificado, %1 s</translation>
    </message>
    <message>
        <source>  Check     %1 of %2 rows identical</source>
        <translation>  Conferir   %1 de %2 linhas idênticas</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>variante</translation>
    </message>
    <message>
        <source>change</source>
        <translation>mudança</translation>
    </message>
    <message>
        <source>weights (B)</source>
        <translation>pesos (B)</translation>
    </message>
    <message>
        <source>energy (µJ)</source>
        <translation>energia (µJ)</translation>
    </message>
    <message>
        <source>
Estimates for %1; they count the model and its code, not the program around it.</source>
        <translation>
Estimativas para %1; contam o modelo e seu código, não o programa em volta.</translation>
    </message>
    <message>
        <source>Show all variants side by side, and what they cost</source>
        <translation>Mostrar todas as variantes lado a lado e quanto custam</translation>
    </message>
    <message>
        <source>Connecting to %1 …</source>
        <translation>Conectando a %1 …</translation>
    </message>
    <message>
        <source>Checking:</source>
        <translation>Conferindo:</translation>
    </message>
    <message>
        <source>Compare a board with the workbench, row by row</source>
        <translation>Comparar uma placa com a bancada, linha por linha</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>chip</source>
        <translation>chip</translation>
    </message>
    <message>
        <source>clock (MHz)</source>
        <translation>clock (MHz)</translation>
    </message>
    <message>
        <source>build</source>
        <translation>compila</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtual</translation>
    </message>
    <message>
        <source>List the boards Broto knows</source>
        <translation>Listar as placas que o Broto conhece</translation>
    </message>
    <message>
        <source>%1 bytes of flash (of %2), %3 bytes of RAM (of %4)</source>
        <translation>%1 bytes de flash (de %2), %3 bytes de RAM (de %4)</translation>
    </message>
    <message>
        <source>Of these the model takes, as estimated, %1 bytes of flash and %2 bytes of RAM.</source>
        <translation>Destes, o modelo ocupa, segundo a estimativa, %1 bytes de flash e %2 bytes de RAM.</translation>
    </message>
    <message>
        <source>Compile a program for a board that answers over serial</source>
        <translation>Compilar um programa para uma placa que responde pela serial</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns; separator “%4”, decimal sign “%5”, %6, header: %7</source>
        <translation>%1: %2 linhas, %3 colunas; separador “%4”, sinal decimal “%5”, %6, cabeçalho: %7</translation>
    </message>
    <message>
        <source>Write a whole number from 0 on</source>
        <translation>Escreva um número inteiro a partir de 0</translation>
    </message>
    <message>
        <source>Show how to use this and stop</source>
        <translation>Mostrar como se usa e terminar</translation>
    </message>
    <message>
        <source>Show the version and stop</source>
        <translation>Mostrar a versão e terminar</translation>
    </message>
    <message>
        <source>There are no sentences in the language “%1”, only in en and pt_BR</source>
        <translation>Não há frases no idioma “%1”, só em en e pt_BR</translation>
    </message>
    <message>
        <source>The column “%1” is the target and cannot decide about the split as well.</source>
        <translation>A coluna “%1” é o alvo e não pode decidir também sobre a divisão.</translation>
    </message>
    <message>
        <source>How rows are shared out: random, stratified, time, time:NAME, group:NAME or column:NAME</source>
        <translation>Como as linhas são distribuídas: random, stratified, time, time:NOME, group:NOME ou column:NOME</translation>
    </message>
    <message>
        <source>Write random, stratified, time, time:NAME, group:NAME or column:NAME</source>
        <translation>Escreva random, stratified, time, time:NOME, group:NOME ou column:NOME</translation>
    </message>
    <message>
        <source>A CSV file that holds the test rows</source>
        <translation>Um arquivo CSV com as linhas de teste</translation>
    </message>
    <message>
        <source>Which of the folds is for the test, from 1</source>
        <translation>Qual das dobras é a de teste, a partir de 1</translation>
    </message>
    <message>
        <source>What becomes of missing values (default: mean, and the most frequent category)</source>
        <translation>O que se faz com os valores ausentes (padrão: a média, e a categoria mais frequente)</translation>
    </message>
    <message>
        <source>A value that means &quot;missing&quot;, as -200 or NAME=-200; may be given again</source>
        <translation>Um valor que significa “ausente”, como -200 ou NOME=-200; pode ser repetido</translation>
    </message>
    <message>
        <source>Write a value, or NAME=VALUE</source>
        <translation>Escreva um valor, ou NOME=VALOR</translation>
    </message>
    <message>
        <source>How numbers are scaled (default: standard)</source>
        <translation>Como os números são escalonados (padrão: standard)</translation>
    </message>
    <message>
        <source>How many rows or windows at most, those of the test first</source>
        <translation>Quantas linhas ou janelas no máximo, primeiro as do teste</translation>
    </message>
    <message>
        <source>The column “%1” is the target and cannot have another role as well.</source>
        <translation>A coluna “%1” é o alvo e não pode ter outro papel ao mesmo tempo.</translation>
    </message>
    <message>
        <source>Learn from windows of so many rows that follow each other</source>
        <translation>Aprender com janelas de tantas linhas seguidas</translation>
    </message>
    <message>
        <source>The same, of so many seconds; needs --time or --rate</source>
        <translation>O mesmo, com tantos segundos; precisa de --time ou --rate</translation>
    </message>
    <message>
        <source>Rows from the beginning of one window to that of the next (default: half a window)</source>
        <translation>Linhas do começo de uma janela ao da seguinte (padrão: meia janela)</translation>
    </message>
    <message>
        <source>The same in seconds</source>
        <translation>O mesmo em segundos</translation>
    </message>
    <message>
        <source>Readings a second (default: as the column of times tells)</source>
        <translation>Leituras por segundo (padrão: o que diz a coluna de tempo)</translation>
    </message>
    <message>
        <source>Seconds between two rows that no window may hold (default: more than 2.5 usual steps)</source>
        <translation>Segundos entre duas linhas que nenhuma janela pode conter (padrão: mais de 2,5 passos usuais)</translation>
    </message>
    <message>
        <source>What tells a window of each column (default: mean, deviation, min, max, zero-crossings); further: range, rms, energy, slope, peaks, skewness, kurtosis, band-power</source>
        <translation>O que descreve uma janela de cada coluna (padrão: mean, deviation, min, max, zero-crossings); há também: range, rms, energy, slope, peaks, skewness, kurtosis, band-power</translation>
    </message>
    <message>
        <source>Write names of features, apart by commas</source>
        <translation>Escreva nomes de atributos, separados por vírgulas</translation>
    </message>
    <message>
        <source>Bands of frequencies whose power tells a window, in Hz: 0-5,5-10</source>
        <translation>Bandas de frequência cuja potência descreve uma janela, em Hz: 0-5,5-10</translation>
    </message>
    <message>
        <source>Write bands such as 0-5,5-10, the lower frequency first</source>
        <translation>Escreva bandas como 0-5,5-10, primeiro a frequência menor</translation>
    </message>
    <message>
        <source>What becomes of windows of several classes (default: majority)</source>
        <translation>O que acontece com janelas de várias classes (padrão: majority)</translation>
    </message>
    <message>
        <source>Which value of the target a window has (default: last)</source>
        <translation>Qual valor do alvo uma janela tem (padrão: last)</translation>
    </message>
    <message>
        <source>Column that says when a row was taken</source>
        <translation>Coluna que diz quando uma linha foi medida</translation>
    </message>
    <message>
        <source>Column that says which rows belong together</source>
        <translation>Coluna que diz quais linhas formam um grupo</translation>
    </message>
    <message>
        <source>Learn from single rows, whatever the file beside the table says</source>
        <translation>Aprender com linhas isoladas, diga o que disser o arquivo ao lado da tabela</translation>
    </message>
    <message>
        <source>Windows of %1 readings of %2 columns, a new one every %3 readings, told by %4 features.</source>
        <translation>Janelas de %1 leituras de %2 colunas, uma nova a cada %3 leituras, descritas por %4 atributos.</translation>
    </message>
    <message>
        <source>%1 readings a second.</source>
        <translation>%1 leituras por segundo.</translation>
    </message>
    <message>
        <source>Write one of: %1</source>
        <translation>Escreva um destes: %1</translation>
    </message>
    <message>
        <source>What stands between values: comma, semicolon, tab, bar or blanks</source>
        <translation>O que separa os valores: comma (vírgula), semicolon (ponto e vírgula), tab (tabulação), bar (barra vertical) ou blanks (espaços)</translation>
    </message>
    <message>
        <source>The decimal sign: point or comma</source>
        <translation>O sinal decimal: point (ponto) ou comma (vírgula)</translation>
    </message>
    <message>
        <source>What sets thousands apart: none, point, comma, blank or apostrophe</source>
        <translation>O que separa os milhares: none (nada), point (ponto), comma (vírgula), blank (espaço) ou apostrophe (apóstrofo)</translation>
    </message>
    <message>
        <source>How letters are stored: utf-8, utf-16 or windows-1252</source>
        <translation>Como as letras são gravadas: utf-8, utf-16 ou windows-1252</translation>
    </message>
    <message>
        <source>Whether the first line names the columns: yes or no</source>
        <translation>Se a primeira linha dá nome às colunas: yes (sim) ou no (não)</translation>
    </message>
    <message>
        <source>How lines begin that are no rows: none, #, % or //</source>
        <translation>Como começam as linhas que não são dados: none (nenhuma), #, % ou //</translation>
    </message>
    <message>
        <source>median</source>
        <translation>mediana</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>desvio</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>espaços</translation>
    </message>
    <message>
        <source>What helps: %1</source>
        <translation>O que ajuda: %1</translation>
    </message>
    <message>
        <source>class</source>
        <translation>classe</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>test</source>
        <translation>teste</translation>
    </message>
    <message>
        <source>What comes first in 04/02/15: day-first, month-first or year-first</source>
        <translation>O que vem primeiro em 04/02/15: day-first (dia), month-first (mês) ou year-first (ano)</translation>
    </message>
    <message>
        <source>Make so many equal parts, and test with each in turn (with --fold: with one of them)</source>
        <translation>Fazer esse número de partes iguais e testar com cada uma por vez (com --fold: com uma delas)</translation>
    </message>
    <message>
        <source>balanced accuracy</source>
        <translation>acurácia balanceada</translation>
    </message>
    <message>
        <source>macro F1</source>
        <translation>F1 macro</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>perda logarítmica</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>erro absoluto médio</translation>
    </message>
    <message>
        <source>root mean square error</source>
        <translation>raiz do erro quadrático médio</translation>
    </message>
    <message>
        <source>mean of the residuals</source>
        <translation>média dos resíduos</translation>
    </message>
    <message>
        <source>deviation of the residuals</source>
        <translation>desvio dos resíduos</translation>
    </message>
    <message>
        <source>%1 folds: mean test %2 %3, deviation %4, from %5 to %6</source>
        <translation>%1 dobras: média de %2 no teste %3, desvio %4, de %5 a %6</translation>
    </message>
    <message>
        <source>All %1 planned epochs have been run. Add --more and a number to go on for as many epochs.</source>
        <translation>Todas as %1 épocas planejadas já foram feitas. Acrescente --more e um número para continuar por mais épocas.</translation>
    </message>
    <message>
        <source>Go on with a training exactly where it stood</source>
        <translation>Continuar um treino exatamente de onde ele parou</translation>
    </message>
    <message>
        <source>Epochs to add (default: those of the plan that are left)</source>
        <translation>Épocas a acrescentar (padrão: as que faltam do plano)</translation>
    </message>
    <message>
        <source>The project file to write (default: the same)</source>
        <translation>O arquivo de projeto a gravar (padrão: o mesmo)</translation>
    </message>
    <message>
        <source>Run %1 is the same as run %2.</source>
        <translation>O treino %1 é igual ao treino %2.</translation>
    </message>
    <message>
        <source>Run %1 compared with run %2:</source>
        <translation>O treino %1 em comparação com o treino %2:</translation>
    </message>
    <message>
        <source>run</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>camadas ocultas</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>otimizador</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>taxa</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>épocas</translation>
    </message>
    <message>
        <source>best</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>* The run that the variants are made of.</source>
        <translation>* O treino do qual as variantes são feitas.</translation>
    </message>
    <message>
        <source>Show all trainings of a project, and what differed</source>
        <translation>Mostrar todos os treinos de um projeto e o que mudou entre eles</translation>
    </message>
    <message>
        <source>Bring the run of this number back: the variants are made of it again</source>
        <translation>Trazer de volta o treino com este número: as variantes são refeitas a partir dele</translation>
    </message>
    <message>
        <source>Fold %1 of %2: test %3</source>
        <translation>Dobra %1 de %2: teste %3</translation>
    </message>
    <message>
        <source>%1 is for tables: a project keeps its data as they are</source>
        <translation>%1 vale para tabelas: um projeto mantém os seus dados como estão</translation>
    </message>
    <message>
        <source>A CSV file, a sample such as sample:iris, or a project to train once more</source>
        <translation>Um arquivo CSV, um exemplo como sample:iris, ou um projeto para treinar mais uma vez</translation>
    </message>
    <message>
        <source>Write a number, or auto</source>
        <translation>Escreva um número, ou auto</translation>
    </message>
    <message>
        <source>Share of the hidden neurons that are silent in a training step</source>
        <translation>Parte dos neurônios ocultos que fica calada em um passo do treino</translation>
    </message>
    <message>
        <source>Normalise the sums of the hidden layers batch by batch</source>
        <translation>Normalizar as somas das camadas ocultas lote a lote</translation>
    </message>
    <message>
        <source>Epochs without a better validation loss after which it ends; 0: never</source>
        <translation>Épocas sem perda de validação menor até o treino terminar; 0: nunca</translation>
    </message>
    <message>
        <source>How the learning rate moves from epoch to epoch</source>
        <translation>Como a taxa de aprendizado muda de época em época</translation>
    </message>
    <message>
        <source>Epochs in which the learning rate rises to its largest</source>
        <translation>Épocas em que a taxa de aprendizado sobe até o máximo</translation>
    </message>
    <message>
        <source>Share of the last step in the next, for momentum and nesterov</source>
        <translation>Parte do último passo que entra no próximo, para momentum e nesterov</translation>
    </message>
    <message>
        <source>How strongly adamw pulls weights to 0; auto: by the number of rows</source>
        <translation>Com que força o adamw puxa os pesos para 0; auto: conforme o número de linhas</translation>
    </message>
    <message>
        <source>Length to which longer gradients are shortened; 0: never</source>
        <translation>Comprimento ao qual gradientes mais longos são encurtados; 0: nunca</translation>
    </message>
    <message>
        <source>How the first weights are drawn</source>
        <translation>Como os pesos iniciais são sorteados</translation>
    </message>
    <message>
        <source>What training makes small; auto: as fits the target</source>
        <translation>O que o treino diminui; auto: o que convém ao alvo</translation>
    </message>
    <message>
        <source>How much a row counts: all alike, or more in rare classes</source>
        <translation>Quanto conta uma linha: todas igual, ou mais nas classes raras</translation>
    </message>
    <message>
        <source>Share of the truth that is spread over all classes</source>
        <translation>Parte da verdade que é distribuída entre todas as classes</translation>
    </message>
    <message>
        <source>Penalty on the sizes of the weights, added to the loss</source>
        <translation>Penalidade sobre o tamanho dos pesos, somada à perda</translation>
    </message>
    <message>
        <source>Penalty on the squares of the weights, added to the loss</source>
        <translation>Penalidade sobre o quadrado dos pesos, somada à perda</translation>
    </message>
    <message>
        <source>The run was made with the processor&apos;s instructions %1, which this machine does not have, so that the last bits may differ.</source>
        <translation>O treino foi feito com as instruções %1 do processador, que esta máquina não tem; por isso os últimos bits podem ser outros.</translation>
    </message>
    <message>
        <source>No single set of processor&apos;s instructions is known for this run, so that the last bits may differ.</source>
        <translation>Não se sabe com que instruções do processador este treino foi feito; por isso os últimos bits podem ser outros.</translation>
    </message>
    <message>
        <source>%1: %2 stored, %3 trained again.</source>
        <translation>%1: %2 no projeto, %3 ao treinar de novo.</translation>
    </message>
    <message>
        <source>Trained run %1 again: %2 epochs with the instructions %3.</source>
        <translation>Treino %1 refeito: %2 épocas com as instruções %3.</translation>
    </message>
    <message>
        <source>The same, bit for bit: all %1 weights, the curve and the metrics.</source>
        <translation>Igual, bit por bit: todos os %1 pesos, a curva e as métricas.</translation>
    </message>
    <message>
        <source>Different: the weights are the same, but not the curve or the metrics.</source>
        <translation>Diferente: os pesos são os mesmos, mas a curva ou as métricas não.</translation>
    </message>
    <message>
        <source>Different: the weights are not the same.</source>
        <translation>Diferente: os pesos não são os mesmos.</translation>
    </message>
    <message>
        <source>They agree within the tolerance of %1.</source>
        <translation>Os valores concordam dentro da tolerância de %1.</translation>
    </message>
    <message>
        <source>They differ by more than the tolerance of %1.</source>
        <translation>Os valores diferem mais que a tolerância de %1.</translation>
    </message>
    <message>
        <source>Train again from what is stored, and see whether the numbers are the same</source>
        <translation>Treinar de novo a partir do que está guardado e ver se os números são os mesmos</translation>
    </message>
    <message>
        <source>same answers</source>
        <translation>respostas iguais</translation>
    </message>
    <message>
        <source>to control</source>
        <translation>ante o controle</translation>
    </message>
    <message>
        <source>
Changes are against float on the same %1 test rows, which chose nothing.</source>
        <translation>
As mudanças são em relação ao float, nas mesmas %1 linhas de teste, que não influenciaram nenhuma escolha.</translation>
    </message>
    <message>
        <source>Answers count as the same within a hundredth of the target&apos;s deviation.</source>
        <translation>Respostas contam como iguais até um centésimo do desvio do alvo.</translation>
    </message>
    <message>
        <source>The control is the float network after as many extra epochs: what remains is the compression&apos;s own.</source>
        <translation>O controle é a rede em float treinada pelo mesmo número de épocas extras: a diferença que resta é da própria compressão.</translation>
    </message>
    <message>
        <source>The control of a distilled network is the same one, trained without a teacher.</source>
        <translation>O controle de uma rede destilada é a mesma rede, treinada sem professor.</translation>
    </message>
    <message>
        <source>The same network, trained without a teacher: %1</source>
        <translation>A mesma rede, treinada sem professor: %1</translation>
    </message>
    <message>
        <source>The float network, trained on for %1 epochs as well: %2</source>
        <translation>A rede em float, também treinada por mais %1 épocas: %2</translation>
    </message>
    <message>
        <source>The steps of %1 neurons are larger, so that no sum can leave 24 bits.</source>
        <translation>Os passos de %1 neurônios são maiores, para que nenhuma soma passe de 24 bits.</translation>
    </message>
    <message>
        <source>Give the methods, or a recipe of the project</source>
        <translation>Informe os métodos ou uma receita do projeto</translation>
    </message>
    <message>
        <source>A recipe has its own numbers: leave this out</source>
        <translation>Uma receita já tem os seus números: deixe isto de fora</translation>
    </message>
    <message>
        <source>It is what --flash counts on, and goes with it alone</source>
        <translation>É a placa para a qual se calcula --flash, e só vale com essa opção</translation>
    </message>
    <message>
        <source>Only ptq takes a number for each layer</source>
        <translation>Só o ptq aceita um número para cada camada</translation>
    </message>
    <message>
        <source>Steps that the project keeps, by their name</source>
        <translation>Etapas guardadas no projeto, pelo nome da receita</translation>
    </message>
    <message>
        <source>Keep these steps in the project, by this name</source>
        <translation>Guardar estas etapas no projeto como receita, com este nome</translation>
    </message>
    <message>
        <source>Name of the variant (default: after its steps, such as qat-int4)</source>
        <translation>Nome da variante (padrão: conforme as etapas, como qat-int4)</translation>
    </message>
    <message>
        <source>Bits of a weight, 2 (ternary) to 8; for ptq also one number for each layer: 8,4,8</source>
        <translation>Bits de um peso, de 2 (ternário) a 8; com ptq, também um número para cada camada: 8,4,8</translation>
    </message>
    <message>
        <source>Whether every neuron has a scale of its own, or all of a layer one</source>
        <translation>Se cada neurônio tem a sua própria escala ou todos os de uma camada usam a mesma</translation>
    </message>
    <message>
        <source>How far the ranges of activations reach</source>
        <translation>Até onde vão as faixas das ativações</translation>
    </message>
    <message>
        <source>How far the ranges of weights reach</source>
        <translation>Até onde vão as faixas dos pesos</translation>
    </message>
    <message>
        <source>Each weight to the nearest step, or so that others make up for what it loses</source>
        <translation>Cada peso para o passo mais próximo, ou de modo que os outros compensem o que ele perde</translation>
    </message>
    <message>
        <source>Take out of the biases what rounding adds on average</source>
        <translation>Descontar dos vieses o que o arredondamento acrescenta em média</translation>
    </message>
    <message>
        <source>Mixed precision: 8, 4 or 2 bits for each layer, so that the model takes at most so many bytes on the board and loses least</source>
        <translation>Precisão mista: 8, 4 ou 2 bits para cada camada, de modo que o modelo ocupe no máximo tantos bytes na placa e perca o mínimo</translation>
    </message>
    <message>
        <source>Training rows that ranges are found on; 0: all</source>
        <translation>Linhas de treino usadas para achar as faixas; 0: todas</translation>
    </message>
    <message>
        <source>Whether scales of weights stay as calibrated, or are learned as well</source>
        <translation>Se as escalas dos pesos ficam como foram calibradas ou também são aprendidas</translation>
    </message>
    <message>
        <source>Room in a codebook: 4, 16 or 256 weights</source>
        <translation>Tamanho de um codebook: 4, 16 ou 256 pesos</translation>
    </message>
    <message>
        <source>How the entries of a codebook are found</source>
        <translation>Como são achados os valores de um codebook</translation>
    </message>
    <message>
        <source>One codebook for all layers</source>
        <translation>Um só codebook para todas as camadas</translation>
    </message>
    <message>
        <source>AutoCloud: how many deviations a cloud reaches</source>
        <translation>AutoCloud: a quantos desvios-padrão uma nuvem chega</translation>
    </message>
    <message>
        <source>Mean shift: how far it looks, in deviations of all weights</source>
        <translation>Mean shift: até que distância ele olha, em desvios-padrão de todos os pesos</translation>
    </message>
    <message>
        <source>DBSTREAM: how large a cluster is, in deviations of all weights</source>
        <translation>DBSTREAM: o tamanho de um grupo, em desvios-padrão de todos os pesos</translation>
    </message>
    <message>
        <source>How much goes, 0 to 0.95: of all weights, or of the neurons of each hidden layer</source>
        <translation>Quanto sai, de 0 a 0.95: de todos os pesos ou dos neurônios de cada camada oculta</translation>
    </message>
    <message>
        <source>Whole neurons go, and the network is smaller</source>
        <translation>Saem neurônios inteiros, e a rede fica menor</translation>
    </message>
    <message>
        <source>In how many steps it goes, learning between them; 1: all at once</source>
        <translation>Em quantas vezes se poda, com treino entre elas; 1: tudo de uma vez</translation>
    </message>
    <message>
        <source>Neurons of the teacher&apos;s hidden layers, such as 64,32</source>
        <translation>Neurônios das camadas ocultas do professor, como 64,32</translation>
    </message>
    <message>
        <source>Neurons of the student&apos;s hidden layers (default: those of the network)</source>
        <translation>Neurônios das camadas ocultas do aluno (padrão: os da rede)</translation>
    </message>
    <message>
        <source>From 1 on: the higher, the more a teacher tells about unlikely classes</source>
        <translation>A partir de 1: quanto mais alta, mais o professor conta sobre as classes improváveis</translation>
    </message>
    <message>
        <source>How much the student follows its teacher, 0 to 1; the rest is the truth</source>
        <translation>Quanto o aluno segue o professor, de 0 a 1; no resto, segue o alvo verdadeiro</translation>
    </message>
    <message>
        <source>%1 belongs to %2, which is not among the methods.</source>
        <translation>%1 é uma opção de %2, que não está entre os métodos.</translation>
    </message>
    <message>
        <source>What is done: ptq (integers after the training), qat (trained as integers), codebook (weights share values), prune, distill; or several: prune,qat,codebook</source>
        <translation>O que fazer: ptq (inteiros depois do treino), qat (treino já com inteiros), codebook (pesos que compartilham valores), prune (poda), distill (destilação); ou vários: prune,qat,codebook</translation>
    </message>
    <message>
        <source>Epochs that each step learns on for; 0: as usual</source>
        <translation>Épocas de treino extra em cada etapa; 0: o usual</translation>
    </message>
    <message>
        <source>Size of a step while it learns on; 0: as usual</source>
        <translation>Taxa de aprendizado no treino extra; 0: a usual</translation>
    </message>
    <message>
        <source>It goes with ptq alone, and decides about all the rest</source>
        <translation>Vale só para ptq, e decide sobre todo o resto</translation>
    </message>
    <message>
        <source>What to write; several apart by commas, or all:</source>
        <translation>O que gravar; vários separados por vírgulas, ou all (todos):</translation>
    </message>
    <message>
        <source>Wrote %1, with %2 files.</source>
        <translation>%1 gravado, com %2 arquivos.</translation>
    </message>
    <message>
        <source>No format takes %1; the reasons are above.</source>
        <translation>Nenhum formato aceita %1; os motivos estão acima.</translation>
    </message>
    <message>
        <source>Write a model as source code, for many tools</source>
        <translation>Gravar um modelo como código-fonte, para muitas ferramentas</translation>
    </message>
    <message>
        <source>Replace files that are there already and are different</source>
        <translation>Substituir arquivos que já existem e são diferentes</translation>
    </message>
    <message>
        <source>Read a dense network %1 in %2.</source>
        <translation>Lida uma rede densa %1 em %2.</translation>
    </message>
    <message>
        <source>Variant %1: %2 %3 on the test rows.</source>
        <translation>Variante %1: %2 %3 nas linhas de teste.</translation>
    </message>
    <message>
        <source>Variant %1.</source>
        <translation>Variante %1.</translation>
    </message>
    <message>
        <source>Without rows (--data) it can be exported, put on boards and asked, but not judged or compressed.</source>
        <translation>Sem linhas (--data), ela pode ser exportada, gravada em placas e consultada, mas não avaliada nem comprimida.</translation>
    </message>
    <message>
        <source>Make a project of another tool&apos;s dense network</source>
        <translation>Fazer um projeto de uma rede densa de outra ferramenta</translation>
    </message>
    <message>
        <source>A .tflite or .onnx file, or TensorFlores&apos; JSON</source>
        <translation>Um arquivo .tflite ou .onnx, ou o JSON do TensorFlores</translation>
    </message>
    <message>
        <source>Rows to judge and to compress it with: a CSV file or a sample</source>
        <translation>Linhas para avaliá-la e comprimi-la: um arquivo CSV ou um exemplo</translation>
    </message>
    <message>
        <source>Columns that the model takes, apart by commas, in its order in the table</source>
        <translation>Colunas que o modelo recebe, separadas por vírgulas, na ordem da tabela</translation>
    </message>
    <message>
        <source>What the model&apos;s outputs stand for, apart by commas, in their order</source>
        <translation>O que as saídas do modelo significam, separadas por vírgulas, na ordem delas</translation>
    </message>
    <message>
        <source>%1 is there already, and it is different. Replace it with --replace, or choose another folder with -o.</source>
        <translation>%1 já existe e é diferente. Substitua com --replace ou escolha outra pasta com -o.</translation>
    </message>
    <message>
        <source>%1 and %2 more files are there already, and they are different. Replace them with --replace, or choose another folder with -o.</source>
        <translation>%1 e mais %2 arquivos já existem e são diferentes. Substitua com --replace ou escolha outra pasta com -o.</translation>
    </message>
    <message>
        <source>--straight-line is for these formats: %1.</source>
        <translation>--straight-line vale para estes formatos: %1.</translation>
    </message>
    <message>
        <source>For Arduinos with an AVR: small networks as code without loops, which takes less time and more flash</source>
        <translation>Para Arduinos com AVR: redes pequenas como código sem laços, que leva menos tempo e mais flash</translation>
    </message>
    <message>
        <source>The name to export it under, in place of the project&apos;s</source>
        <translation>O nome com que exportar, no lugar do nome do projeto</translation>
    </message>
    <message>
        <source>Capturing:</source>
        <translation>Captura:</translation>
    </message>
    <message>
        <source>The capture begins in %1 s …</source>
        <translation>A captura começa em %1 s …</translation>
    </message>
    <message>
        <source>The first row has come: %1.</source>
        <translation>A primeira linha chegou: %1.</translation>
    </message>
    <message>
        <source>No line came from %1, and nothing was saved. Does its program print by itself, and is the baud rate right?</source>
        <translation>Nenhuma linha chegou de %1, e nada foi salvo. O programa dele imprime por conta própria, e a taxa de baud está certa?</translation>
    </message>
    <message>
        <source>No line of %1 was a row, and nothing was saved. The first one: “%2”. Is the baud rate right, and do --columns fit?</source>
        <translation>Nenhuma linha de %1 serve de linha da tabela, e nada foi salvo. A primeira: “%2”. A taxa de baud está certa, e --columns corresponde?</translation>
    </message>
    <message>
        <source>Lines that are no rows: %1. The first one: “%2”.</source>
        <translation>Linhas que não servem para a tabela: %1. A primeira: “%2”.</translation>
    </message>
    <message>
        <source>Nothing came for these columns: %1.</source>
        <translation>Nada chegou para estas colunas: %1.</translation>
    </message>
    <message>
        <source>The computer was too slow: lines that were lost: %1.</source>
        <translation>O computador foi lento demais: linhas perdidas: %1.</translation>
    </message>
    <message>
        <source>%1 rows in %2 s, added to %3.</source>
        <translation>%1 linhas em %2 s, acrescentadas a %3.</translation>
    </message>
    <message>
        <source>%1 rows in %2 s, saved as %3.</source>
        <translation>%1 linhas em %2 s, salvas como %3.</translation>
    </message>
    <message>
        <source>Save the numbers that a device prints as rows of a CSV</source>
        <translation>Salvar os números que um dispositivo imprime como linhas de um CSV</translation>
    </message>
    <message>
        <source>Names for the numbers of a line in their order, or those labels alone; apart by commas</source>
        <translation>Nomes para os números de uma linha, na ordem, ou só os rótulos desejados; separados por vírgulas</translation>
    </message>
    <message>
        <source>these are no names apart by commas</source>
        <translation>não são nomes separados por vírgulas</translation>
    </message>
    <message>
        <source>A column with one value in all rows: gesture=wave</source>
        <translation>Uma coluna com o mesmo valor em todas as linhas: gesto=aceno</translation>
    </message>
    <message>
        <source>“%1” is no name and value, such as gesture=wave</source>
        <translation>“%1” não é um nome com valor, como gesto=aceno</translation>
    </message>
    <message>
        <source>End after so many rows</source>
        <translation>Terminar depois desse número de linhas</translation>
    </message>
    <message>
        <source>Seconds to get ready in, before the first row</source>
        <translation>Segundos para se preparar, antes da primeira linha</translation>
    </message>
    <message>
        <source>A first column with the seconds since the first row</source>
        <translation>Uma primeira coluna com os segundos desde a primeira linha</translation>
    </message>
    <message>
        <source>Add the rows to the file, if it has the same columns</source>
        <translation>Acrescentar as linhas ao arquivo, se ele tem as mesmas colunas</translation>
    </message>
    <message>
        <source>The CSV file</source>
        <translation>O arquivo CSV</translation>
    </message>
    <message>
        <source>Listening to %1 at one baud rate after the other …</source>
        <translation>Escutando %1 com uma taxa de baud depois da outra …</translation>
    </message>
    <message>
        <source>Where the device is</source>
        <translation>Onde está o dispositivo</translation>
    </message>
    <message>
        <source>Baud rate, or auto: the one from 9600 to 115200 that gives text</source>
        <translation>Taxa de baud, ou auto: a que dá texto, de 9600 a 115200</translation>
    </message>
    <message>
        <source>“%1” is no baud rate, such as 9600, and not auto</source>
        <translation>“%1” não é uma taxa de baud, como 9600, nem auto</translation>
    </message>
    <message>
        <source>Listening to %1 at %2 baud. Ctrl+C ends it.</source>
        <translation>Escutando %1 a %2 baud. Ctrl+C termina.</translation>
    </message>
    <message>
        <source>Nothing has come from %1 for %2 s. Does its program print by itself?</source>
        <translation>Nada chegou de %1 em %2 s. O programa dele imprime por conta própria?</translation>
    </message>
    <message>
        <source>What comes from %1 is no text. Is %2 baud right? --baud auto finds it out.</source>
        <translation>O que chega de %1 não é texto. %2 baud está certo? --baud auto descobre a taxa.</translation>
    </message>
    <message>
        <source>Show what a device prints, until Ctrl+C</source>
        <translation>Mostrar o que um dispositivo imprime, até Ctrl+C</translation>
    </message>
    <message>
        <source>Begin every line with the seconds since the port was opened</source>
        <translation>Começar cada linha com os segundos desde a abertura da porta</translation>
    </message>
    <message>
        <source>End after so many seconds</source>
        <translation>Terminar depois desse número de segundos</translation>
    </message>
    <message>
        <source>End by itself after so many seconds</source>
        <translation>Terminar sozinho depois desse número de segundos</translation>
    </message>
    <message>
        <source>There is no compiler for the %1 here: the model goes as data into the program that Broto brings along. Same integers, more slowly.</source>
        <translation>Não há compilador para a placa %1 aqui: o modelo vai como dados no programa que o Broto já traz. Os mesmos inteiros, mais devagar.</translation>
    </message>
    <message>
        <source>The board at %1 is gone. Waiting until it is back …</source>
        <translation>A placa em %1 sumiu. Esperando até que volte …</translation>
    </message>
    <message>
        <source>%1 runs %2 now: copied to its drive in %3 s.</source>
        <translation>%1 roda %2 agora: copiado para a unidade dela em %3 s.</translation>
    </message>
    <message>
        <source>A pin that the board reads a feature from, and how its reading becomes the feature&apos;s unit: temperature=A0*0.48828-50 (default: those of the project)</source>
        <translation>Um pino de que a placa lê um atributo, e como a leitura vira a unidade do atributo: temperature=A0*0.48828-50 (padrão: os do projeto)</translation>
    </message>
    <message>
        <source>should be a name, a pin and a formula, such as temperature=A0*0.48828-50</source>
        <translation>deveria ser um nome, um pino e uma fórmula, como temperature=A0*0.48828-50</translation>
    </message>
    <message>
        <source>Keep these pins in the project</source>
        <translation>Guardar estes pinos no projeto</translation>
    </message>
    <message>
        <source>%1 of %2 answers are those of the workbench.</source>
        <translation>%1 de %2 respostas são iguais às da bancada.</translation>
    </message>
    <message>
        <source>Show what a board&apos;s own sensors give and how it and the workbench answer</source>
        <translation>Mostrar o que dão os sensores da própria placa e como ela e a bancada respondem</translation>
    </message>
    <message>
        <source>Rows a second (default: 10, or as the readings of windows came)</source>
        <translation>Linhas por segundo (padrão: 10, ou como vieram as leituras das janelas)</translation>
    </message>
    <message>
        <source>End after so many rows (default: at Ctrl+C)</source>
        <translation>Terminar depois de tantas linhas (padrão: com Ctrl+C)</translation>
    </message>
    <message>
        <source>Check the board that runs this variant, and report on it as well</source>
        <translation>Conferir a placa que roda esta variante e incluir o resultado no relatório</translation>
    </message>
    <message>
        <source>The HTML file to write</source>
        <translation>O arquivo HTML a gravar</translation>
    </message>
    <message>
        <source>Stands below the title. Without it equal projects have equal reports</source>
        <translation>Fica abaixo do título. Sem ela, projetos iguais têm relatórios iguais</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>IC 95 %</translation>
    </message>
    <message>
        <source>Write all about a project: data, network, curves, comparison</source>
        <translation>Escrever tudo sobre um projeto: dados, rede, curvas, comparação</translation>
    </message>
    <message>
        <source>Something went wrong that should not: %1.</source>
        <translation>Algo deu errado que não deveria: %1.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>acurácia</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>classificação</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>regressão</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>atributo</translation>
    </message>
    <message>
        <source>target</source>
        <translation>alvo</translation>
    </message>
    <message>
        <source>ignore</source>
        <translation>ignorada</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tempo</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>inteiro</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>sim ou não</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoria</translation>
    </message>
    <message>
        <source>datetime</source>
        <translation>data ou hora</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>identificador</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatória</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>estratificada</translation>
    </message>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>folds</source>
        <translation>dobras</translation>
    </message>
    <message>
        <source>%1 can be given only once</source>
        <translation>%1 só pode ser dada uma vez</translation>
    </message>
    <message>
        <source>%1 does not fit: it takes %2 bytes of flash, and of RAM %3 and up to %4 of stack; the %5 has %6 bytes of flash and %7 of RAM.</source>
        <translation>%1 não cabe: ocupa %2 bytes de flash e, da RAM, %3 e até %4 de pilha; a placa %5 tem %6 bytes de flash e %7 de RAM.</translation>
    </message>
    <message>
        <source>“%1” can be learned (%2). Numbers that enter the network: %3. Split (%4), in rows: training %5, validation %6, test %7.</source>
        <translation>“%1” pode ser aprendida (%2). Números que entram na rede: %3. Divisão (%4), em linhas: treino %5, validação %6, teste %7.</translation>
    </message>
    <message>
        <source>Learned “%1”. Windows: training %2, validation %3, test %4.</source>
        <translation>“%1” foi aprendida. Janelas: treino %2, validação %3, teste %4.</translation>
    </message>
    <message>
        <source>Learned “%1”. Rows: training %2, validation %3, test %4.</source>
        <translation>“%1” foi aprendida. Linhas: treino %2, validação %3, teste %4.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>The columns to learn from have changed since the training: train again.</source>
        <translation>Os atributos mudaram desde o treino: treine de novo.</translation>
    </message>
    <message>
        <source>This step ended unexpectedly: %1. Save the project and try again.</source>
        <translation>Esta etapa terminou de modo inesperado: %1. Salve o projeto e tente de novo.</translation>
    </message>
    <message>
        <source>The system gave no pseudo-terminal for a virtual board: %1.</source>
        <translation>O sistema não forneceu um pseudoterminal para a placa virtual: %1.</translation>
    </message>
    <message>
        <source>%1 baud is not a rate that the port %2 can be set to. Use 115200.</source>
        <translation>A porta %2 não aceita a velocidade de %1 baud. Use 115200.</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>O arquivo %1 não existe. Confira o nome e a pasta.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation>%1 é uma pasta. Escolha um arquivo dentro dela.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Não é possível ler %1: %2.</translation>
    </message>
    <message>
        <source>%1 is not a regular file. Choose another one.</source>
        <translation>%1 não é um arquivo comum. Escolha outro.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>Não é possível gravar %1: %2. Escolha outro lugar.</translation>
    </message>
    <message>
        <source>No temporary folder could be made in %1: %2.</source>
        <translation>Não foi possível criar uma pasta temporária em %1: %2.</translation>
    </message>
    <message>
        <source>There is no port %1. Plug the board in, or choose another port.</source>
        <translation>A porta %1 não existe. Conecte a placa ou escolha outra porta.</translation>
    </message>
    <message>
        <source>The port %1 is in use by another program. Close its serial monitor or upload, then try again.</source>
        <translation>A porta %1 está em uso por outro programa. Feche o monitor serial dele, ou espere a gravação terminar, e tente de novo.</translation>
    </message>
    <message>
        <source>You may not use the port %1. Run &quot;sudo usermod -aG dialout $USER&quot;, log out, log in again, and try again.</source>
        <translation>Você não tem permissão para usar a porta %1. Execute “sudo usermod -aG dialout $USER”, saia da sessão, entre de novo e tente outra vez.</translation>
    </message>
    <message>
        <source>The port %1 does not work: %2. Unplug the board, plug it in again, and try again.</source>
        <translation>A porta %1 não funciona: %2. Desconecte a placa, conecte-a de novo e tente outra vez.</translation>
    </message>
    <message>
        <source>The board at %1 is gone. Check its cable, then choose its port again.</source>
        <translation>A placa em %1 sumiu. Confira o cabo e escolha a porta de novo.</translation>
    </message>
    <message>
        <source>%1 is not a serial port. Choose another one.</source>
        <translation>%1 não é uma porta serial. Escolha outra.</translation>
    </message>
    <message>
        <source>The board at %1 takes no data. Reset it, then try again.</source>
        <translation>A placa em %1 não recebe dados. Reinicie-a e tente de novo.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation>Não é possível iniciar %1: %2.</translation>
    </message>
    <message>
        <source>The program %1 was not found. Install it, or add its folder to PATH.</source>
        <translation>O programa %1 não foi encontrado. Instale-o ou acrescente sua pasta ao PATH.</translation>
    </message>
    <message>
        <source>%1 did not end within %2 s and was stopped.</source>
        <translation>%1 não terminou em %2 s e foi interrompido.</translation>
    </message>
    <message>
        <source>%1 was stopped.</source>
        <translation>%1 foi interrompido.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>The training diverged in epoch %1: the loss is no longer a number. Lower the learning rate (now %2), and see that the features are scaled.</source>
        <translation>O treino divergiu na época %1: a perda deixou de ser um número. Diminua a taxa de aprendizado (agora %2) e confira se os atributos estão em escala.</translation>
    </message>
    <message>
        <source>There are no training rows. Give the training part of the split a share of the rows.</source>
        <translation>Não há linhas de treino. Dê ao treino uma parte das linhas na divisão.</translation>
    </message>
    <message>
        <source>The network has %1 hidden layers, more than the %2 that are possible. Remove some of them.</source>
        <translation>A rede tem %1 camadas ocultas, mais que as %2 possíveis. Remova algumas.</translation>
    </message>
    <message>
        <source>Hidden layer %1 has %2 neurons. Choose a number from 1 to %3.</source>
        <translation>A camada oculta %1 tem %2 neurônios. Escolha um número de 1 a %3.</translation>
    </message>
    <message>
        <source>The training is to last %1 epochs. Choose a number from 1 to %2.</source>
        <translation>O treino deve durar %1 épocas. Escolha um número de 1 a %2.</translation>
    </message>
    <message>
        <source>A batch needs at least 1 row, not %1. Choose a larger number.</source>
        <translation>Um lote precisa de pelo menos 1 linha, não %1. Escolha um número maior.</translation>
    </message>
    <message>
        <source>The learning rate is %1, and it must be above 0 and at most 1000000. Choose one from 0.0001 to 0.1.</source>
        <translation>A taxa de aprendizado é %1 e precisa ser maior que 0 e no máximo 1000000. Escolha uma de 0,0001 a 0,1.</translation>
    </message>
    <message>
        <source>No row has a finite answer from %1, so its C++ header could not test itself. Train the network again, with a lower learning rate.</source>
        <translation>Nenhuma linha tem resposta finita de %1, então o cabeçalho C++ não poderia testar a si mesmo. Treine a rede de novo, com uma taxa de aprendizado menor.</translation>
    </message>
    <message>
        <source>The values of &quot;%1&quot; differ too little for their size to be told apart in fixed point. Subtract a constant from the column, or leave it out.</source>
        <translation>Os valores de “%1” diferem pouco demais, para o seu tamanho, para serem distinguidos em ponto fixo. Subtraia uma constante da coluna ou deixe-a de fora.</translation>
    </message>
    <message>
        <source>The model has %1 layers; 1 to %2 are possible. Make it again.</source>
        <translation>O modelo tem %1 camadas; são possíveis de 1 a %2. Faça-o de novo.</translation>
    </message>
    <message>
        <source>Layer %1 of the model takes %2 inputs and gives %3 outputs, but it gets %4 inputs. Make the model again.</source>
        <translation>A camada %1 do modelo espera %2 entradas e dá %3 saídas, mas recebe %4 entradas. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>What the model says about its %1 outputs does not fit its target &quot;%2&quot;. Make the model again.</source>
        <translation>O que o modelo diz sobre suas %1 saídas não combina com o alvo “%2”. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>A test row of the model does not hold %1 numbers. Make the model again.</source>
        <translation>Uma linha de teste do modelo não tem %1 números. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The weights of layer %1 of the model are too many, too few or out of bounds. Make the model again.</source>
        <translation>Os pesos da camada %1 do modelo são demais, de menos ou estão fora dos limites. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The biases of layer %1 of the model are too many, too few or so large that a sum could overflow. Make the model again.</source>
        <translation>Os vieses da camada %1 do modelo são demais, de menos ou tão grandes que uma soma poderia estourar. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The multipliers or the shift of layer %1 of the model are out of bounds. Make the model again.</source>
        <translation>Os multiplicadores ou o deslocamento da camada %1 do modelo estão fora dos limites. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The table of layer %1 of the model does not fit its activation. Make the model again.</source>
        <translation>A tabela da camada %1 do modelo não combina com a ativação. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The scales of layer %1 of the model are not positive numbers. Make the model again.</source>
        <translation>As escalas da camada %1 do modelo não são números positivos. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>Layer %1 of the model keeps its weights in another way than the model says. Make the model again.</source>
        <translation>A camada %1 do modelo guarda os pesos de um modo diferente do que o modelo diz. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>Layer %1 of the model gives its outputs, so it cannot have an activation function. Make the model again.</source>
        <translation>A camada %1 do modelo dá as saídas, então não pode ter função de ativação. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The model has %1 features. From 1 feature to %2 inputs are possible. Make it again from its data.</source>
        <translation>O modelo tem %1 atributos. São possíveis de 1 atributo a %2 entradas. Faça-o de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>Feature &quot;%1&quot; of the model has %2 categories; at most %3 are possible. Make the model again from its data.</source>
        <translation>O atributo “%1” do modelo tem %2 categorias; são possíveis no máximo %3. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The trained range of feature &quot;%1&quot; is not a range of numbers. Make the model again from its data.</source>
        <translation>A faixa de treino do atributo “%1” não é uma faixa de números. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The preprocessing steps of the model are not in their order. Make the model again from its data.</source>
        <translation>Os passos de preparação do modelo não estão na ordem certa. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>What the model takes for missing values does not fit its features. Make the model again from its data.</source>
        <translation>O que o modelo usa para valores ausentes não combina com seus atributos. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The scaling of the model does not fit its features. Make the model again from its data.</source>
        <translation>A escala do modelo não combina com seus atributos. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The model has categories but no step that encodes them. Make the model again from its data.</source>
        <translation>O modelo tem categorias, mas nenhum passo que as codifique. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The model holds integer encodings of %1 features; %2 are needed. Make it again.</source>
        <translation>O modelo guarda codificações inteiras de %1 atributos; são necessárias %2. Faça-o de novo.</translation>
    </message>
    <message>
        <source>The integer encoding of feature &quot;%1&quot; breaks the rules (docs/arithmetic.md). Make the model again.</source>
        <translation>A codificação inteira do atributo “%1” quebra as regras (docs/arithmetic.md). Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The network holds or reaches numbers too large to compress. Train it again with a smaller learning rate.</source>
        <translation>A rede contém ou alcança números grandes demais para comprimir. Treine-a de novo com uma taxa de aprendizado menor.</translation>
    </message>
    <message>
        <source>The data or the network have changed since the training: train again first.</source>
        <translation>Os dados ou a rede mudaram desde o treino: treine de novo antes.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a variant: use letters, digits, “-”, “_” and “.”, at most 64 of them, and no “.” at the start.</source>
        <translation>“%1” não pode ser o nome de uma variante: use letras, algarismos, “-”, “_” e “.”, no máximo 64, e nenhum “.” no início.</translation>
    </message>
    <message>
        <source>There is no table yet: open a CSV file or a sample first.</source>
        <translation>Ainda não há tabela: abra antes um arquivo CSV ou um exemplo.</translation>
    </message>
    <message>
        <source>There is no model yet: train the network first.</source>
        <translation>Ainda não há modelo: treine a rede antes.</translation>
    </message>
    <message>
        <source>There is no variant “%1”. There are: %2.</source>
        <translation>Não existe a variante “%1”. Existem: %2.</translation>
    </message>
    <message>
        <source>Choose the column to be learned as the target first.</source>
        <translation>Escolha antes, como alvo, a coluna a aprender.</translation>
    </message>
    <message>
        <source>Choose at least one column to learn from first.</source>
        <translation>Escolha antes pelo menos um atributo.</translation>
    </message>
    <message>
        <source>There is no trained network yet: train it first.</source>
        <translation>Ainda não há rede treinada: treine antes.</translation>
    </message>
    <message>
        <source>The data or their roles have changed since the training: train again.</source>
        <translation>Os dados ou seus papéis mudaram desde o treino: treine de novo.</translation>
    </message>
    <message>
        <source>The network has been changed since the training: train again.</source>
        <translation>A rede mudou desde o treino: treine de novo.</translation>
    </message>
    <message>
        <source>The training settings have been changed since the training: train again.</source>
        <translation>Os ajustes mudaram desde o treino: treine de novo.</translation>
    </message>
    <message>
        <source>The project is too large: a project file holds at most %1 MiB. Use a smaller table.</source>
        <translation>O projeto é grande demais: um arquivo de projeto comporta no máximo %1 MiB. Use uma tabela menor.</translation>
    </message>
    <message>
        <source>This is not a Broto project, or only a part of one: it is no complete ZIP archive. Open another copy of it, if there is one.</source>
        <translation>Isto não é um projeto do Broto, ou é só uma parte de um: não é um arquivo ZIP completo. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 in it cannot be unpacked. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: não é possível desempacotar %1. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 is missing in it. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: falta %1 nele. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file was not opened: it would unpack to more than %1 MiB, which no project does. Make sure that it comes from someone you trust.</source>
        <translation>O arquivo do projeto não foi aberto: desempacotado, passaria de %1 MiB, o que nenhum projeto faz. Confira se ele vem de alguém de confiança.</translation>
    </message>
    <message>
        <source>The project file is damaged: its project.json cannot be read. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: não é possível ler o project.json. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: “%1” is missing in its project.json. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: falta “%1” no project.json. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: “%1” in its project.json is of the wrong kind. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: “%1” no project.json é do tipo errado. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: “%1” in its project.json has a value that it cannot have. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: “%1” no project.json tem um valor que não pode ter. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: %1 in it does not hold the numbers that belong there. Open another copy of it, if there is one.</source>
        <translation>O arquivo do projeto está danificado: %1 não contém os números que deveria. Abra outra cópia, se houver.</translation>
    </message>
    <message>
        <source>The project file is damaged: the table %1 in it cannot be read as before. %2</source>
        <translation>O arquivo do projeto está danificado: a tabela %1 não pode ser lida como antes. %2</translation>
    </message>
    <message>
        <source>The project file is damaged: the model %1 in it cannot work. %2</source>
        <translation>O arquivo do projeto está danificado: o modelo %1 não pode funcionar. %2</translation>
    </message>
    <message>
        <source>This project was saved by a newer Broto: its file format is %1, and this version reads up to %2. Open it with the newer version.</source>
        <translation>Este projeto foi salvo por um Broto mais novo: o formato do arquivo é %1, e esta versão lê até %2. Abra-o com a versão mais nova.</translation>
    </message>
    <message>
        <source>No column is left to learn &quot;%1&quot; from. Choose at least one feature.</source>
        <translation>Não resta coluna com que aprender “%1”. Escolha pelo menos um atributo.</translation>
    </message>
    <message>
        <source>No column is the target. Choose the column that is to be learned.</source>
        <translation>Nenhuma coluna é o alvo. Escolha a coluna a aprender.</translation>
    </message>
    <message>
        <source>%1 columns are targets; one can be learned. Choose one of them.</source>
        <translation>%1 colunas são alvos; só uma pode ser aprendida. Escolha uma delas.</translation>
    </message>
    <message>
        <source>Dates and times cannot be learned from. Ignored: %1.</source>
        <translation>Não se aprende com datas e horas. Ignoradas: %1.</translation>
    </message>
    <message>
        <source>Identifiers tell rows apart and nothing else. Ignored: %1.</source>
        <translation>Identificadores só distinguem linhas. Ignorados: %1.</translation>
    </message>
    <message>
        <source>Columns with one value or none teach nothing. Ignored: %1.</source>
        <translation>Colunas com um valor ou nenhum não ensinam nada. Ignoradas: %1.</translation>
    </message>
    <message>
        <source>Rows left out because the target &quot;%1&quot; is missing: %2.</source>
        <translation>Linhas deixadas de fora porque falta o alvo “%1”: %2.</translation>
    </message>
    <message>
        <source>Classes with fewer than %1 rows cannot be in every part of the split: %2.</source>
        <translation>Classes com menos de %1 linhas não podem estar em todas as partes da divisão: %2.</translation>
    </message>
    <message>
        <source>Columns without a value in the training rows teach nothing. Ignored: %1.</source>
        <translation>Colunas sem valor nas linhas de treino não ensinam nada. Ignoradas: %1.</translation>
    </message>
    <message>
        <source>More than one column is called &quot;%1&quot;. Numbers were added to tell such columns apart.</source>
        <translation>Mais de uma coluna se chama “%1”. Números foram acrescentados para distinguir essas colunas.</translation>
    </message>
    <message>
        <source>The file holds binary data, not text. Choose a CSV file, or export the table as CSV from the program that made it.</source>
        <translation>O arquivo contém dados binários, não texto. Escolha um arquivo CSV ou exporte a tabela como CSV no programa que a fez.</translation>
    </message>
    <message>
        <source>The file is empty. Choose a CSV file with at least one row.</source>
        <translation>O arquivo está vazio. Escolha um arquivo CSV com pelo menos uma linha.</translation>
    </message>
    <message>
        <source>The decimal mark &quot;%1&quot; is not known. Choose a point or a comma.</source>
        <translation>O sinal decimal “%1” não é conhecido. Escolha ponto ou vírgula.</translation>
    </message>
    <message>
        <source>The table has no rows. Choose a CSV file with at least one row of values.</source>
        <translation>A tabela não tem linhas. Escolha um arquivo CSV com pelo menos uma linha de valores.</translation>
    </message>
    <message>
        <source>The quotation mark opened in line %1 is never closed. Close it or remove it.</source>
        <translation>As aspas abertas na linha %1 nunca se fecham. Feche-as ou remova-as.</translation>
    </message>
    <message>
        <source>The table has more than %1 columns, which cannot be read. Check the separator.</source>
        <translation>A tabela tem mais de %1 colunas, o que não pode ser lido. Confira o separador.</translation>
    </message>
    <message>
        <source>The file beside the table (.csv.json) is not a JSON object. Mend it or remove it.</source>
        <translation>O arquivo ao lado da tabela (.csv.json) não é um objeto JSON. Corrija-o ou remova-o.</translation>
    </message>
    <message>
        <source>In the file beside the table (.csv.json) the field &quot;%1&quot; should be %2. Mend it or remove it.</source>
        <translation>No arquivo ao lado da tabela (.csv.json), o campo “%1” deveria ser %2. Corrija-o ou remova-o.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; holds one value only: %2. There is nothing to tell apart; choose another target or add rows.</source>
        <translation>A coluna-alvo “%1” tem um único valor: %2. Não há o que distinguir; escolha outro alvo ou acrescente linhas.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; holds dates or times, which cannot be learned. Choose another target.</source>
        <translation>A coluna-alvo “%1” contém datas ou horas, que não podem ser aprendidas. Escolha outro alvo.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; has no values. Choose another target.</source>
        <translation>A coluna-alvo “%1” não tem valores. Escolha outro alvo.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; holds texts such as &quot;%2&quot;. Regression needs numbers; choose classification or another target.</source>
        <translation>A coluna-alvo “%1” contém textos como “%2”. A regressão precisa de números; escolha classificação ou outro alvo.</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;. Its columns are: %2.</source>
        <translation>A tabela não tem a coluna “%1”. Suas colunas são: %2.</translation>
    </message>
    <message>
        <source>More than one column is called &quot;%1&quot;. Give the whole header, one of: %2.</source>
        <translation>Mais de uma coluna se chama “%1”. Dê o cabeçalho inteiro, um destes: %2.</translation>
    </message>
    <message>
        <source>The model takes &quot;%1&quot; in %2, and the column &quot;%3&quot; holds %4. Convert the column and its name.</source>
        <translation>O modelo recebe “%1” em %2, e a coluna “%3” está em %4. Converta a coluna e o nome dela.</translation>
    </message>
    <message>
        <source>The choices are for a table of %1 columns, and this one has %2. Choose target and features again.</source>
        <translation>As escolhas são para uma tabela de %1 colunas, e esta tem %2. Escolha alvo e atributos de novo.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is the target and cannot be a feature as well. Choose another target first.</source>
        <translation>A coluna “%1” é o alvo e não pode ser também atributo. Escolha antes outro alvo.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is the target and cannot be ignored. Choose another target first.</source>
        <translation>A coluna “%1” é o alvo e não pode ser ignorada. Escolha antes outro alvo.</translation>
    </message>
    <message>
        <source>The split %1, %2, %3 cannot be made. Give percentages of at least 0, and more than 0 for training.</source>
        <translation>A divisão %1, %2, %3 não pode ser feita. Dê porcentagens de pelo menos 0, e mais de 0 para o treino.</translation>
    </message>
    <message>
        <source>Only %1 rows can be used, and this split needs at least %2. Add rows, or fill in missing values of the target.</source>
        <translation>Só %1 linhas podem ser usadas, e esta divisão precisa de pelo menos %2. Acrescente linhas ou preencha valores ausentes no alvo.</translation>
    </message>
    <message>
        <source>The target has %1 classes with too few rows to share them out. Add rows: at least %2 of every class.</source>
        <translation>O alvo tem %1 classes com linhas de menos para repartir. Acrescente linhas: pelo menos %2 de cada classe.</translation>
    </message>
    <message>
        <source>The lines end with a separator that nothing follows. That empty column was left out.</source>
        <translation>As linhas terminam com um separador depois do qual não vem nada. Essa coluna vazia foi deixada de fora.</translation>
    </message>
    <message>
        <source>Lines left out because they do not have %1 values: %2. The first is line %3, with %4.</source>
        <translation>Linhas deixadas de fora por não terem %1 valores: %2. A primeira é a linha %3, com %4.</translation>
    </message>
    <message>
        <source>Values that are infinite or too large for a board count as missing: %1. The first column with one is &quot;%2&quot;.</source>
        <translation>Valores infinitos ou grandes demais para uma placa contam como ausentes: %1. A primeira coluna com um deles é “%2”.</translation>
    </message>
    <message>
        <source>No line has as many values as the table has columns (%1): line %2 has %3. Check the separator and whether the first line names the columns.</source>
        <translation>Nenhuma linha tem tantos valores quanto a tabela tem colunas (%1): a linha %2 tem %3. Confira o separador e se a primeira linha dá nome às colunas.</translation>
    </message>
    <message>
        <source>There is no board &quot;%1&quot;. Choose one of these: %2.</source>
        <translation>Não existe a placa “%1”. Escolha uma destas: %2.</translation>
    </message>
    <message>
        <source>This is not a board description: it should be one JSON object. Compare it with the files of resources/boards.</source>
        <translation>Isto não é a descrição de uma placa: deveria ser um objeto JSON. Compare com os arquivos de resources/boards.</translation>
    </message>
    <message>
        <source>The board description has no &quot;%1&quot;. Add it.</source>
        <translation>A descrição da placa não tem “%1”. Acrescente.</translation>
    </message>
    <message>
        <source>The board description has a field &quot;%1&quot; that means nothing. Remove it or correct its name.</source>
        <translation>A descrição da placa tem um campo “%1” que não significa nada. Remova-o ou corrija o nome.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a text. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser um texto. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a number above 0. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser um número maior que 0. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a whole number above 0. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser um número inteiro maior que 0. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be an object. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser um objeto. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be avr, cortex-m0, cortex-m4, risc-v-32, xtensa or generic. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser avr, cortex-m0, cortex-m4, risc-v-32, xtensa ou generic. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be at most 4000000. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser no máximo 4000000. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a list of texts such as &quot;2341:0043&quot;. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser uma lista de textos como “2341:0043”. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be true or false. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser true ou false. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>The Arduino core for AVR boards is not in %1. It comes with the package arduino-core-avr: sudo apt install arduino-core-avr</source>
        <translation>O core Arduino para placas AVR não está em %1. Ele vem no pacote arduino-core-avr: sudo apt install arduino-core-avr</translation>
    </message>
    <message>
        <source>The model&apos;s constants need more than the %1 bytes that a program reaches directly on the %2. Choose a smaller network.</source>
        <translation>As constantes do modelo precisam de mais que os %1 bytes que um programa alcança diretamente na placa %2. Escolha uma rede menor.</translation>
    </message>
    <message>
        <source>The board runs %1, and that is not the %2 model as it stands here: flash it first.</source>
        <translation>A placa roda %1, que não é o modelo %2 como está aqui: grave-o antes.</translation>
    </message>
    <message>
        <source>The board says that %1 takes %2 values and gives %3, and here it takes %4 and gives %5: flash the board again.</source>
        <translation>A placa diz que %1 recebe %2 valores e dá %3, e aqui ele recebe %4 e dá %5: grave a placa de novo.</translation>
    </message>
    <message>
        <source>Broto cannot build firmware for the %1. Export the C++ header and use it in a program of your own.</source>
        <translation>O Broto não sabe compilar firmware para %1. Exporte o cabeçalho C++ e use-o num programa seu.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Não é possível criar a pasta %1: %2.</translation>
    </message>
    <message>
        <source>The program takes %1 bytes of flash, and the %2 has %3. Choose a smaller network, or a board with more flash.</source>
        <translation>O programa ocupa %1 bytes de flash, e %2 tem %3. Escolha uma rede menor ou uma placa com mais flash.</translation>
    </message>
    <message>
        <source>The program takes %1 bytes of RAM and about %2 for its stack, and the %3 has %4. Choose narrower layers, or a board with more RAM.</source>
        <translation>O programa ocupa %1 bytes de RAM e cerca de %2 para a pilha, e %3 tem %4. Escolha camadas mais estreitas ou uma placa com mais RAM.</translation>
    </message>
    <message>
        <source>There is no virtual board %1. There are: %2.</source>
        <translation>Não existe a placa virtual %1. Existem: %2.</translation>
    </message>
    <message>
        <source>This installation cannot emulate the %1. Install libsimavr again.</source>
        <translation>Esta instalação não consegue emular a placa %1. Instale libsimavr de novo.</translation>
    </message>
    <message>
        <source>The flash image %1 belongs to a virtual board that is running, or its folder cannot be written to. Choose another file.</source>
        <translation>A imagem de flash %1 pertence a uma placa virtual que está ligada, ou não se pode gravar na pasta dela. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>%1 is no flash image of this board: it has %2 bytes, not %3. Choose another file.</source>
        <translation>%1 não é uma imagem de flash desta placa: tem %2 bytes, não %3. Escolha outro arquivo.</translation>
    </message>
    <message>
        <source>Broto cannot upload to the %1 yet. Use the tool of its maker.</source>
        <translation>O Broto ainda não grava em %1. Use a ferramenta do fabricante.</translation>
    </message>
    <message>
        <source>%1 is missing, without which nothing can be built for this board. It comes with the packages gcc-avr and avr-libc: sudo apt install gcc-avr avr-libc</source>
        <translation>Falta %1, sem o qual nada se compila para esta placa. Ele vem nos pacotes gcc-avr e avr-libc: sudo apt install gcc-avr avr-libc</translation>
    </message>
    <message>
        <source>The program does not fit the flash of the %1. Choose a smaller network, or a board with more flash.</source>
        <translation>O programa não cabe na flash de %1. Escolha uma rede menor ou uma placa com mais flash.</translation>
    </message>
    <message>
        <source>The program does not fit the RAM of the %1. Choose narrower layers, or a board with more RAM.</source>
        <translation>O programa não cabe na RAM de %1. Escolha camadas mais estreitas ou uma placa com mais RAM.</translation>
    </message>
    <message>
        <source>A layer of this network has more than 32,767 bytes of weights, the most that the compiler for the %1 takes in one piece. Choose narrower layers.</source>
        <translation>Uma camada desta rede tem mais de 32.767 bytes de pesos, o máximo que o compilador para %1 aceita de uma vez. Escolha camadas mais estreitas.</translation>
    </message>
    <message>
        <source>The compiler does not accept the program: %1</source>
        <translation>O compilador não aceita o programa: %1</translation>
    </message>
    <message>
        <source>The model on the board cannot do this (request %1).</source>
        <translation>O modelo na placa não sabe fazer isto (pedido %1).</translation>
    </message>
    <message>
        <source>The board takes %1 bytes here and got another number: flash the board again.</source>
        <translation>A placa espera %1 bytes aqui e recebeu outro número: grave a placa de novo.</translation>
    </message>
    <message>
        <source>The model on the board has %1 hidden layers.</source>
        <translation>O modelo na placa tem %1 camadas ocultas.</translation>
    </message>
    <message>
        <source>The board refuses this row: feature %1 is missing and nothing stands for it.</source>
        <translation>A placa recusa esta linha: falta o atributo %1 e nada o substitui.</translation>
    </message>
    <message>
        <source>The board refuses the request, with code %1.</source>
        <translation>A placa recusa o pedido, com o código %1.</translation>
    </message>
    <message>
        <source>The board has stopped answering. Unplug it, plug it in again, and repeat the check.</source>
        <translation>A placa parou de responder. Desconecte-a, conecte-a de novo e repita a conferência.</translation>
    </message>
    <message>
        <source>The board on this port does not run a model made by Broto: flash it first.</source>
        <translation>A placa nesta porta não roda um modelo feito pelo Broto: grave-a antes.</translation>
    </message>
    <message>
        <source>Nothing answers on this port. Flash the board first; if that has been done, press its reset button and try again.</source>
        <translation>Nada responde nesta porta. Grave a placa antes; se isso já foi feito, aperte o botão de reset e tente de novo.</translation>
    </message>
    <message>
        <source>The board speaks version %1 of the protocol, and this program version %2: flash the board again.</source>
        <translation>A placa fala a versão %1 do protocolo, e este programa a versão %2: grave a placa de novo.</translation>
    </message>
    <message>
        <source>The board&apos;s answer is not one that this request can have: flash the board again.</source>
        <translation>A resposta da placa não é uma resposta possível a este pedido: grave a placa de novo.</translation>
    </message>
    <message>
        <source>A row of %1 bytes does not fit into one frame.</source>
        <translation>Uma linha de %1 bytes não cabe em um quadro.</translation>
    </message>
    <message>
        <source>The program %1 was not found beside this one. Install Broto again, or use a real board.</source>
        <translation>O programa %1 não foi encontrado ao lado deste. Instale o Broto de novo ou use uma placa real.</translation>
    </message>
    <message>
        <source>The virtual board %1 did not start: %2</source>
        <translation>A placa virtual %1 não ligou: %2</translation>
    </message>
    <message>
        <source>The virtual board %1 did not come up within %2 s. Try again.</source>
        <translation>A placa virtual %1 não apareceu em %2 s. Tente de novo.</translation>
    </message>
    <message>
        <source>What was written to the %1 reads back differently, first at byte %2. Try again; if it stays so, the board&apos;s flash is worn out.</source>
        <translation>O que foi gravado em %1 volta diferente na leitura, a partir do byte %2. Tente de novo; se continuar, a flash da placa está gasta.</translation>
    </message>
    <message>
        <source>The board on %1 is not an %2: it bears another chip. Choose the board it is.</source>
        <translation>A placa em %1 não é um %2: tem outro chip. Escolha a placa certa.</translation>
    </message>
    <message>
        <source>The upload to %1 failed: %2</source>
        <translation>A gravação em %1 falhou: %2</translation>
    </message>
    <message>
        <source>Nothing on %1 answers as the loader of an %2 would. Is it the board you have chosen? Press its reset button and try again.</source>
        <translation>Nada em %1 responde como o bootloader de um %2 responderia. É esta a placa escolhida? Aperte o botão de reset e tente de novo.</translation>
    </message>
    <message>
        <source>The windows of the model have a length, a stride or a number of channels that is not possible. Make the model again from its data.</source>
        <translation>As janelas do modelo têm um tamanho, um passo ou um número de canais que não é possível. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The windows of the model have a number of readings a second that is not possible. Make the model again from its data.</source>
        <translation>As janelas do modelo têm um número de leituras por segundo que não é possível. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>A feature of the model&apos;s windows does not fit them. Make the model again from its data.</source>
        <translation>Um atributo das janelas do modelo não cabe nelas. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>The file %1 was changed or cut short by another program after it was opened. Open it again.</source>
        <translation>O arquivo %1 foi alterado ou truncado por outro programa depois de aberto. Abra-o de novo.</translation>
    </message>
    <message>
        <source>The model needs other values in the column &quot;%1&quot;, which holds dates or times.</source>
        <translation>O modelo precisa de outros valores na coluna “%1”, que contém datas ou horas.</translation>
    </message>
    <message>
        <source>Rows left out because they lack a value that nothing stands for: %1.</source>
        <translation>Linhas deixadas de fora por um valor ausente que nada substitui: %1.</translation>
    </message>
    <message>
        <source>Only %1 rows are left for training. Fill in missing values instead of leaving their rows out, or choose another split.</source>
        <translation>Restam apenas %1 linhas para o treino. Preencha os valores ausentes em vez de deixar suas linhas de fora, ou escolha outra divisão.</translation>
    </message>
    <message>
        <source>All rows for training are of one class, &quot;%1&quot;. Choose another way to split.</source>
        <translation>Todas as linhas de treino são de uma só classe, “%1”. Escolha outra forma de dividir.</translation>
    </message>
    <message>
        <source>The test rows are to come from a file of their own. Choose that file, or another way to split.</source>
        <translation>As linhas de teste devem vir de um arquivo próprio. Escolha esse arquivo, ou outra forma de dividir.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; cannot be a feature: it has no values, or dates and times. Ignore it.</source>
        <translation>A coluna “%1” não pode ser um atributo: ela não tem valores, ou contém datas e horas. Ignore-a.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; cannot be a feature: it has %2 different texts, and at most %3 can be categories. Ignore it, or join rare ones in the table.</source>
        <translation>A coluna “%1” não pode ser um atributo: ela tem %2 textos diferentes, e no máximo %3 podem ser categorias. Ignore-a, ou junte os mais raros na tabela.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds categories, which have no mean and no median. Fill in the most frequent one, keep missing values, or drop their rows.</source>
        <translation>A coluna “%1” contém categorias, que não têm média nem mediana. Preencha com a mais frequente, mantenha os valores ausentes ou descarte suas linhas.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; cannot say when a row was taken: it holds neither dates and times nor numbers. Choose another role for it.</source>
        <translation>A coluna “%1” não pode dizer quando uma linha foi medida: ela não contém nem datas e horas nem números. Escolha outro papel para ela.</translation>
    </message>
    <message>
        <source>%1 columns are to say when a row was taken; one can. Choose one of them.</source>
        <translation>%1 colunas devem dizer quando uma linha foi medida; só uma pode. Escolha uma delas.</translation>
    </message>
    <message>
        <source>Split by time</source>
        <translation>Dividir pelo tempo</translation>
    </message>
    <message>
        <source>%1 of the %2 test rows are in the training part as well, with the same values: they test memory, not learning.</source>
        <translation>%1 das %2 linhas de teste também estão no treino, com os mesmos valores: elas testam a memória, não o aprendizado.</translation>
    </message>
    <message>
        <source>The rows follow each other in time and neighbours are nearly alike. Shared out at random, the test rows are hardly new to the network.</source>
        <translation>As linhas seguem a ordem do tempo e as vizinhas são quase iguais. Distribuídas ao acaso, as linhas de teste mal são novidade para a rede.</translation>
    </message>
    <message>
        <source>Split by group</source>
        <translation>Dividir por grupo</translation>
    </message>
    <message>
        <source>The network has %1 weights to learn and %2 rows to learn them from: it may learn the rows by heart. Use smaller layers, or gather more rows.</source>
        <translation>A rede tem %1 pesos a aprender e %2 linhas para isso: ela pode decorar as linhas. Use camadas menores, ou colete mais linhas.</translation>
    </message>
    <message>
        <source>The test file has &quot;%2&quot; in the column &quot;%1&quot;, a class that the table does not have. Choose another test file, or add rows of that class to the table.</source>
        <translation>O arquivo de teste tem “%2” na coluna “%1”, uma classe que a tabela não tem. Escolha outro arquivo de teste, ou acrescente linhas dessa classe à tabela.</translation>
    </message>
    <message>
        <source>The test file has no column &quot;%1&quot;, or more than one. Choose a file with the columns of the table.</source>
        <translation>O arquivo de teste não tem a coluna “%1”, ou tem mais de uma. Escolha um arquivo com as colunas da tabela.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; has more than %2 different values, and so many classes cannot be told apart. Choose another target, or regression for a column of numbers.</source>
        <translation>A coluna-alvo “%1” tem mais de %2 valores diferentes, e tantas classes não podem ser distinguidas. Escolha outro alvo, ou regressão para uma coluna de números.</translation>
    </message>
    <message>
        <source>The rows belong to %1 groups, and this split needs at least %2, for none is shared out. Choose fewer parts, another group column, or another way to split.</source>
        <translation>As linhas pertencem a %1 grupos, e esta divisão precisa de pelo menos %2, pois nenhum é repartido. Escolha menos partes, outra coluna de grupo, ou outra forma de dividir.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; says &quot;%2&quot;, which is no part of a split. Write train, validation or test.</source>
        <translation>A coluna “%1” diz “%2”, que não é parte de uma divisão. Escreva treino, validação ou teste.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds no texts that name the parts of a split. Write train, validation or test.</source>
        <translation>A coluna “%1” não contém textos que nomeiem as partes de uma divisão. Escreva treino, validação ou teste.</translation>
    </message>
    <message>
        <source>No column says which rows are for training, validation and test. Choose it, or another way to split.</source>
        <translation>Nenhuma coluna diz quais linhas são de treino, validação e teste. Escolha-a, ou outra forma de dividir.</translation>
    </message>
    <message>
        <source>No column says which rows belong together. Give one the role group, or choose another way to split.</source>
        <translation>Nenhuma coluna diz quais linhas pertencem ao mesmo grupo. Dê a uma delas o papel de grupo, ou escolha outra forma de dividir.</translation>
    </message>
    <message>
        <source>Rows left out because &quot;%1&quot; does not say where they belong: %2.</source>
        <translation>Linhas deixadas de fora porque “%1” não diz a que parte pertencem: %2.</translation>
    </message>
    <message>
        <source>Take %1 as missing</source>
        <translation>Tratar %1 como ausente</translation>
    </message>
    <message>
        <source>Identifiers are learned from, which tell rows apart and nothing else: %1.</source>
        <translation>A rede aprende com identificadores, que só distinguem as linhas e nada mais: %1.</translation>
    </message>
    <message>
        <source>Columns with one value teach nothing: %1.</source>
        <translation>Colunas com um único valor não ensinam nada: %1.</translation>
    </message>
    <message>
        <source>Columns with one value in nearly all rows teach little: %1.</source>
        <translation>Colunas com um mesmo valor em quase todas as linhas ensinam pouco: %1.</translation>
    </message>
    <message>
        <source>Columns with a value in less than half of the rows: %1.</source>
        <translation>Colunas com valor em menos da metade das linhas: %1.</translation>
    </message>
    <message>
        <source>A few values lie far from all others, and take the resolution from them: %1.</source>
        <translation>Alguns poucos valores ficam longe de todos os outros e lhes tiram a resolução: %1.</translation>
    </message>
    <message>
        <source>Scale by the middle half of the values</source>
        <translation>Usar a escala da metade central dos valores</translation>
    </message>
    <message>
        <source>Classes with fewer than %1 rows, too few to learn and to judge: %2.</source>
        <translation>Classes com menos de %1 linhas, poucas demais para aprender e avaliar: %2.</translation>
    </message>
    <message>
        <source>Leave their rows out</source>
        <translation>Deixar suas linhas de fora</translation>
    </message>
    <message>
        <source>Give every part its share of each class</source>
        <translation>Dar a cada parte sua fração de cada classe</translation>
    </message>
    <message>
        <source>Classes without a row for training cannot be learned: %1.</source>
        <translation>Classes sem nenhuma linha de treino não podem ser aprendidas: %1.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds &quot;%3&quot; and cannot be of type %2. Choose another type, or name &quot;%3&quot; as a sign of a missing value.</source>
        <translation>A coluna “%1” contém “%3” e não pode ser do tipo %2. Escolha outro tipo, ou indique “%3” como sinal de valor ausente.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds dates or times and cannot be of type %2.</source>
        <translation>A coluna “%1” contém datas ou horas e não pode ser do tipo %2.</translation>
    </message>
    <message>
        <source>Fold %1 of %2 cannot be made. Choose 2 to %3 folds, and one of them for the test.</source>
        <translation>A dobra %1 de %2 não pode ser feita. Escolha de 2 a %3 dobras, e uma delas para o teste.</translation>
    </message>
    <message>
        <source>Only %1 rows can be used; they do not fill %2 folds. Choose fewer folds.</source>
        <translation>Apenas %1 linhas podem ser usadas; elas não preenchem %2 dobras. Escolha menos dobras.</translation>
    </message>
    <message>
        <source>The test window of the model does not fit its readings. Make the model again.</source>
        <translation>A janela de teste do modelo não combina com suas leituras. Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The features of the model are not those of its windows. Make the model again from its data.</source>
        <translation>Os atributos do modelo não são os de suas janelas. Faça o modelo de novo a partir dos dados.</translation>
    </message>
    <message>
        <source>Length and stride of the windows have to be larger than 0. Choose how many readings or seconds they are.</source>
        <translation>O tamanho e o passo das janelas devem ser maiores que 0. Escolha quantas leituras ou quantos segundos são.</translation>
    </message>
    <message>
        <source>Windows of so many seconds need to know when a reading was taken. Choose the column of times, say how many readings a second there are, or give the windows&apos; length in readings.</source>
        <translation>Janelas medidas em segundos precisam saber quando cada leitura foi feita. Escolha a coluna de tempo, diga quantas leituras há por segundo ou dê o tamanho das janelas em leituras.</translation>
    </message>
    <message>
        <source>A window or a stride of %1 readings is not possible: 1 to %2 are.</source>
        <translation>Uma janela ou um passo de %1 leituras não é possível: vale de 1 a %2.</translation>
    </message>
    <message>
        <source>Band powers need windows of 8, 16, 32 ... %2 readings, and these have %1. Choose such a length, or leave the band powers out.</source>
        <translation>Potências de bandas precisam de janelas de 8, 16, 32 ... %2 leituras, e estas têm %1. Escolha um desses tamanhos ou deixe as potências de fora.</translation>
    </message>
    <message>
        <source>The band from %1 to %2 holds no frequency of the window, which tells them apart by steps of %3. Widen the band, or lengthen the window.</source>
        <translation>A banda de %1 a %2 não contém nenhuma frequência da janela, que as distingue em passos de %3. Alargue a banda ou aumente a janela.</translation>
    </message>
    <message>
        <source>Windows of %1 readings of %2 channels are too large for any board. Shorten them, or ignore columns; there are at most %3 channels.</source>
        <translation>Janelas de %1 leituras de %2 canais são grandes demais para qualquer placa. Encurte-as ou ignore colunas; há no máximo %3 canais.</translation>
    </message>
    <message>
        <source>The readings a second, or the longest gap between two of them, make no sense. Give numbers of at least 0, or leave them out.</source>
        <translation>As leituras por segundo, ou a maior lacuna entre duas delas, não fazem sentido. Dê números a partir de 0 ou deixe-os de fora.</translation>
    </message>
    <message>
        <source>A window needs something to be told by. Choose at least one feature.</source>
        <translation>Uma janela precisa de algo que a descreva. Escolha ao menos um atributo.</translation>
    </message>
    <message>
        <source>The features of the windows are not in their order, or one is there twice. Choose them again.</source>
        <translation>Os atributos das janelas estão fora de ordem, ou há um repetido. Escolha-os de novo.</translation>
    </message>
    <message>
        <source>Band powers need 1 to %1 bands, each from a lower frequency to a higher one.</source>
        <translation>Potências de bandas precisam de 1 a %1 bandas, cada uma de uma frequência menor a uma maior.</translation>
    </message>
    <message>
        <source>Windows left out because their features are too large to compute with: %1.</source>
        <translation>Janelas deixadas de fora porque seus atributos são grandes demais para os cálculos: %1.</translation>
    </message>
    <message>
        <source>The windows overlap or follow each other so closely that only %1 pieces can be shared out without one reading in two parts. Choose shorter windows, or record more.</source>
        <translation>As janelas se sobrepõem ou se seguem tão de perto que só %1 pedaços podem ser repartidos sem que uma leitura fique em duas partes. Escolha janelas mais curtas ou colete mais leituras.</translation>
    </message>
    <message>
        <source>No windows have been chosen for these data. Choose their length and their features first.</source>
        <translation>Nenhuma janela foi escolhida para estes dados. Escolha primeiro o tamanho e os atributos delas.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds texts, and windows are made of numbers. Ignore it, or give it the role group if it says which rows belong together.</source>
        <translation>A coluna “%1” contém textos, e janelas são feitas de números. Ignore-a, ou dê a ela o papel de grupo se ela diz quais linhas formam um conjunto.</translation>
    </message>
    <message>
        <source>All windows are of one class, &quot;%1&quot;. Shorten the windows, or record longer stretches of the others.</source>
        <translation>Todas as janelas são de uma só classe, “%1”. Encurte as janelas ou colete trechos mais longos das outras.</translation>
    </message>
    <message>
        <source>No window is of these classes, so they are not learned: %1.</source>
        <translation>Nenhuma janela é destas classes, por isso elas não são aprendidas: %1.</translation>
    </message>
    <message>
        <source>Windows whose readings are of several classes, and that have the class of most of them: %1.</source>
        <translation>Janelas com leituras de várias classes, que ficam com a classe da maioria delas: %1.</translation>
    </message>
    <message>
        <source>Windows left out because their readings are of several classes: %1.</source>
        <translation>Janelas deixadas de fora porque suas leituras são de várias classes: %1.</translation>
    </message>
    <message>
        <source>Windows left out because their readings have no target: %1.</source>
        <translation>Janelas deixadas de fora porque suas leituras não têm alvo: %1.</translation>
    </message>
    <message>
        <source>Windows left out because their readings are in two parts of the split: %1.</source>
        <translation>Janelas deixadas de fora porque suas leituras estão em duas partes da divisão: %1.</translation>
    </message>
    <message>
        <source>Stretches without a gap that are shorter than a window and give none: %1.</source>
        <translation>Trechos sem lacuna mais curtos que uma janela, que não dão nenhuma: %1.</translation>
    </message>
    <message>
        <source>Rows that are no reading, because a value or their time is missing: %1. The windows begin anew behind them.</source>
        <translation>Linhas que não são leituras, por faltar um valor ou o tempo: %1. As janelas recomeçam depois delas.</translation>
    </message>
    <message>
        <source>No window of %1 readings fits: the longest stretch without a gap has %2, and there are %3 stretches. Shorten the windows, allow longer gaps, fill missing values in, or sort the rows by group and time.</source>
        <translation>Nenhuma janela de %1 leituras cabe: o maior trecho sem lacuna tem %2, e há %3 trechos. Encurte as janelas, permita lacunas maiores, preencha os valores ausentes ou ordene as linhas por grupo e tempo.</translation>
    </message>
    <message>
        <source>No window is left: of %1, %2 have no target, %3 are of several classes, and %4 lie in two parts of the split. Shorten the windows, or choose another way to split.</source>
        <translation>Não sobrou nenhuma janela: de %1, %2 não têm alvo, %3 são de várias classes e %4 estão em duas partes da divisão. Encurte as janelas ou escolha outro modo de dividir.</translation>
    </message>
    <message>
        <source>The board makes other windows of its readings than %1: flash it again.</source>
        <translation>A placa faz de suas leituras janelas diferentes das de %1: grave-a de novo.</translation>
    </message>
    <message>
        <source>The board has lost readings again and again, and a window of %1 was never whole. Use a shorter cable or another port, and repeat the check.</source>
        <translation>A placa perdeu leituras várias vezes, e uma janela de %1 nunca ficou inteira. Use um cabo mais curto ou outra porta e repita a conferência.</translation>
    </message>
    <message>
        <source>The board has no full window yet: it needs %1 more readings.</source>
        <translation>A placa ainda não tem uma janela cheia: faltam %1 leituras.</translation>
    </message>
    <message>
        <source>The table has no window of %1 readings that follow each other without a gap, and the model takes no less.</source>
        <translation>A tabela não tem nenhuma janela de %1 leituras seguidas sem lacuna, e o modelo não aceita menos.</translation>
    </message>
    <message>
        <source>%1 of the first %2 lines begin with %3 and are no rows.</source>
        <translation>%1 das primeiras %2 linhas começam com %3 e não são linhas da tabela.</translation>
    </message>
    <message>
        <source>No line looked at is a comment.</source>
        <translation>Nenhuma das linhas examinadas é um comentário.</translation>
    </message>
    <message>
        <source>The separator &quot;%1&quot; cannot separate numbers. Choose a comma, a semicolon, a tab, a vertical bar or white space.</source>
        <translation>O separador “%1” não pode separar números. Escolha vírgula, ponto e vírgula, tabulação, barra vertical ou espaço em branco.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot set thousands apart. Choose a point, a comma, a space, an apostrophe or none.</source>
        <translation>“%1” não pode separar milhares. Escolha ponto, vírgula, espaço, apóstrofo ou nenhum.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the decimal mark and set thousands apart as well. Choose another one for either.</source>
        <translation>“%1” não pode ser o sinal decimal e também separar milhares. Escolha outro para um dos dois.</translation>
    </message>
    <message>
        <source>Comments cannot begin with &quot;%1&quot;. Choose #, % or //, or none.</source>
        <translation>Comentários não podem começar com “%1”. Escolha #, % ou //, ou nenhum.</translation>
    </message>
    <message>
        <source>The last comment before the table holds as many names as there are columns.</source>
        <translation>O último comentário antes da tabela tem tantos nomes quantas são as colunas.</translation>
    </message>
    <message>
        <source>No names: the first line holds values like those below it.</source>
        <translation>Sem nomes: a primeira linha tem valores como os de baixo.</translation>
    </message>
    <message>
        <source>The first line is taken for names, for it holds no number and no date.</source>
        <translation>A primeira linha é tomada como nomes, pois não tem número nem data.</translation>
    </message>
    <message>
        <source>The first line holds names: there are numbers or dates below them.</source>
        <translation>A primeira linha tem nomes: abaixo deles há números ou datas.</translation>
    </message>
    <message>
        <source>Lines above the table that are no part of it were left out: %1. The table begins in line %2.</source>
        <translation>Linhas acima da tabela que não fazem parte dela foram deixadas de fora: %1. A tabela começa na linha %2.</translation>
    </message>
    <message>
        <source>Day first: %1 in line %2 cannot be read otherwise.</source>
        <translation>Dia primeiro: %1, na linha %2, não pode ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Month first: %1 in line %2 cannot be read otherwise.</source>
        <translation>Mês primeiro: %1, na linha %2, não pode ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Comma: there are numbers such as %1.</source>
        <translation>Vírgula: há números como %1.</translation>
    </message>
    <message>
        <source>Point: there are numbers such as %1.</source>
        <translation>Ponto: há números como %1.</translation>
    </message>
    <message>
        <source>Comma: %1 is taken as a fraction. It could also be a whole number with its thousands set apart; choose so if it is.</source>
        <translation>Vírgula: %1 é lido como fração. Também poderia ser um número inteiro com os milhares separados; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>Point: %1 is taken as a fraction. It could also be a whole number with its thousands set apart; choose so if it is.</source>
        <translation>Ponto: %1 é lido como fração. Também poderia ser um número inteiro com os milhares separados; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>Point: no number looked at has a fraction.</source>
        <translation>Ponto: nenhum dos números examinados tem fração.</translation>
    </message>
    <message>
        <source>The other mark sets thousands apart, as in %1.</source>
        <translation>O outro sinal separa os milhares, como em %1.</translation>
    </message>
    <message>
        <source>Thousands are set apart, as in %1.</source>
        <translation>Os milhares são separados, como em %1.</translation>
    </message>
    <message>
        <source>No number looked at has its thousands set apart.</source>
        <translation>Nenhum dos números examinados tem os milhares separados.</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>Escolhido por você.</translation>
    </message>
    <message>
        <source>One column: nothing divides the lines looked at alike.</source>
        <translation>Uma coluna: nada divide as linhas examinadas por igual.</translation>
    </message>
    <message>
        <source>Semicolons: they divide %1 of %2 lines looked at into %3 values.</source>
        <translation>Ponto e vírgula: divide %1 de %2 linhas examinadas em %3 valores.</translation>
    </message>
    <message>
        <source>Tabs: they divide %1 of %2 lines looked at into %3 values.</source>
        <translation>Tabulação: divide %1 de %2 linhas examinadas em %3 valores.</translation>
    </message>
    <message>
        <source>Vertical bars: they divide %1 of %2 lines looked at into %3 values.</source>
        <translation>Barra vertical: divide %1 de %2 linhas examinadas em %3 valores.</translation>
    </message>
    <message>
        <source>White space: it divides %1 of %2 lines looked at into %3 values.</source>
        <translation>Espaço em branco: divide %1 de %2 linhas examinadas em %3 valores.</translation>
    </message>
    <message>
        <source>Commas: they divide %1 of %2 lines looked at into %3 values.</source>
        <translation>Vírgula: divide %1 de %2 linhas examinadas em %3 valores.</translation>
    </message>
    <message>
        <source>The first line of the file names it.</source>
        <translation>A primeira linha do arquivo o indica.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is kept as text, digit by digit: a number would change values such as %2 in line %3.</source>
        <translation>A coluna “%1” é mantida como texto, dígito por dígito: um número mudaria valores como %2, na linha %3.</translation>
    </message>
    <message>
        <source>The times in the column &quot;%1&quot; are of several time zones. All were turned into those of Greenwich (UTC).</source>
        <translation>Os horários da coluna “%1” são de vários fusos. Todos foram convertidos para o de Greenwich (UTC).</translation>
    </message>
    <message>
        <source>The table would take about %1 MB of memory, and %2 MB are free. Close other programs, or cut the file into smaller ones.</source>
        <translation>A tabela ocuparia cerca de %1 MB de memória, e há %2 MB livres. Feche outros programas ou divida o arquivo em menores.</translation>
    </message>
    <message>
        <source>Line %1 is longer than %2 million bytes, which is no line of a table. Choose a CSV file with line ends.</source>
        <translation>A linha %1 tem mais de %2 milhões de bytes e não é a linha de uma tabela. Escolha um arquivo CSV com fins de linha.</translation>
    </message>
    <message>
        <source>The first bytes of the file say so.</source>
        <translation>Os primeiros bytes do arquivo o indicam.</translation>
    </message>
    <message>
        <source>All letters with accents and signs are written so.</source>
        <translation>Todas as letras com acento e os sinais estão escritos assim.</translation>
    </message>
    <message>
        <source>There is no letter with an accent, so that most encodings are alike.</source>
        <translation>Não há letra com acento, e assim quase todas as codificações coincidem.</translation>
    </message>
    <message>
        <source>Every second byte is zero.</source>
        <translation>Um em cada dois bytes é zero.</translation>
    </message>
    <message>
        <source>Bytes that are not UTF-8 were replaced: %1. The first is byte %2. If letters look wrong, choose another encoding.</source>
        <translation>Bytes que não são UTF-8 foram substituídos: %1. O primeiro é o byte %2. Se as letras parecerem erradas, escolha outra codificação.</translation>
    </message>
    <message>
        <source>Only one column can be the target, and only one the time. Select one of them.</source>
        <translation>Só uma coluna pode ser o alvo, e só uma o tempo. Selecione uma delas.</translation>
    </message>
    <message>
        <source>Write a value after &quot;%1 %2&quot;, such as 5 or a category.</source>
        <translation>Escreva um valor depois de “%1 %2”, como 5 ou uma categoria.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, but the column &quot;%2&quot; holds numbers. Write a number after &quot;%3&quot;, or &quot;missing&quot;.</source>
        <translation>“%1” não é um número, mas a coluna “%2” tem números. Escreva um número depois de “%3”, ou “missing” (ausente).</translation>
    </message>
    <message>
        <source>The data were not made ready, for that was cancelled. Change or undo a choice to begin again.</source>
        <translation>Os dados não foram preparados, pois isso foi cancelado. Mude ou desfaça uma escolha para recomeçar.</translation>
    </message>
    <message>
        <source>The first line holds names, and the second their units.</source>
        <translation>A primeira linha traz os nomes, e a segunda, as unidades.</translation>
    </message>
    <message>
        <source>The other mark was chosen to set thousands apart.</source>
        <translation>O outro sinal foi escolhido para separar os milhares.</translation>
    </message>
    <message>
        <source>The values in the column &quot;%1&quot; bear their unit, %2. They are read as numbers.</source>
        <translation>Os valores da coluna “%1” trazem a unidade, %2. Eles são lidos como números.</translation>
    </message>
    <message>
        <source>Lines that name the columns once more were left out: %1.</source>
        <translation>Linhas que repetem os nomes das colunas foram deixadas de fora: %1.</translation>
    </message>
    <message>
        <source>Ignore “%1”</source>
        <translation>Ignorar “%1”</translation>
    </message>
    <message>
        <source>Ignore these %1 columns</source>
        <translation>Ignorar estas %1 colunas</translation>
    </message>
    <message>
        <source>Year first: %1 in line %2 cannot be read otherwise.</source>
        <translation>Ano primeiro: %1, na linha %2, não pode ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Day first: no date tells, but read so more rows stand in the order of time. %1 could also be read otherwise.</source>
        <translation>Dia primeiro: nenhuma data decide, mas assim mais linhas ficam na ordem do tempo. %1 também poderia ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Month first: no date tells, but read so more rows stand in the order of time. %1 could also be read otherwise.</source>
        <translation>Mês primeiro: nenhuma data decide, mas assim mais linhas ficam na ordem do tempo. %1 também poderia ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Year first: no date tells, but read so more rows stand in the order of time. %1 could also be read otherwise.</source>
        <translation>Ano primeiro: nenhuma data decide, mas assim mais linhas ficam na ordem do tempo. %1 também poderia ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Year first: no date tells, but read so the rows follow each other in much smaller steps. %1 could also be read otherwise.</source>
        <translation>Ano primeiro: nenhuma data decide, mas assim as linhas se seguem em passos bem menores. %1 também poderia ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Day first: no date tells, but read so the rows follow each other in much smaller steps. %1 could also be read otherwise.</source>
        <translation>Dia primeiro: nenhuma data decide, mas assim as linhas se seguem em passos bem menores. %1 também poderia ser lido de outro modo.</translation>
    </message>
    <message>
        <source>Day first: no date tells, but where a column is called &quot;%1&quot; days come first. %2 could also be read otherwise; choose so if it is.</source>
        <translation>Dia primeiro: nenhuma data decide, mas onde uma coluna se chama “%1” o dia vem primeiro. %2 também poderia ser lido de outro modo; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>Day first is assumed: no date tells. %1 could also be read otherwise; choose so if it is.</source>
        <translation>Supõe-se o dia primeiro: nenhuma data decide. %1 também poderia ser lido de outro modo; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>Month first is assumed: no date tells. %1 could also be read otherwise; choose so if it is.</source>
        <translation>Supõe-se o mês primeiro: nenhuma data decide. %1 também poderia ser lido de outro modo; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>Year first is assumed, for the years are recent then: no date tells. %1 could also be read otherwise; choose so if it is.</source>
        <translation>Supõe-se o ano primeiro, pois assim os anos são recentes: nenhuma data decide. %1 também poderia ser lido de outro modo; se for o caso, escolha assim.</translation>
    </message>
    <message>
        <source>The file is a web page, not a table: often one that asks to log in was saved instead of the file. Download the file anew, or open it in a spreadsheet and save it as CSV.</source>
        <translation>O arquivo é uma página da web, não uma tabela: muitas vezes uma página de login foi salva no lugar do arquivo. Baixe o arquivo de novo ou abra-o em uma planilha e salve-o como CSV.</translation>
    </message>
    <message>
        <source>The file is XML, not a table. Export the table as CSV from the program that made it.</source>
        <translation>O arquivo é XML, não uma tabela. Exporte a tabela como CSV no programa que a criou.</translation>
    </message>
    <message>
        <source>The file is JSON, not a table. Export it as CSV, one line for each reading.</source>
        <translation>O arquivo é JSON, não uma tabela. Exporte-o como CSV, uma linha para cada leitura.</translation>
    </message>
    <message>
        <source>The file is a data set of Weka (ARFF), not a table. Open it in Weka and save it as CSV.</source>
        <translation>O arquivo é um conjunto de dados do Weka (ARFF), não uma tabela. Abra-o no Weka e salve-o como CSV.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; holds dates and &quot;%2&quot; times of day. They were joined: &quot;%1&quot; holds both.</source>
        <translation>A coluna “%1” traz datas e “%2”, horas do dia. Elas foram unidas: “%1” traz as duas.</translation>
    </message>
    <message>
        <source>Lines between the rows were left out as comments, though they have as many values: %1. The first is line %2. If lines that begin with %3 are rows, choose that there are no comments.</source>
        <translation>Linhas entre as outras foram deixadas de fora como comentários, embora tenham o mesmo número de valores: %1. A primeira é a linha %2. Se linhas que começam com %3 são dados, escolha que não há comentários.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is read as text because of &quot;%2&quot; in line %3, though most of its values are numbers or times. If it stands for a missing value, say so; if not, correct it in the file.</source>
        <translation>A coluna “%1” é lida como texto por causa de “%2” na linha %3, embora a maioria de seus valores sejam números ou horários. Se ele está no lugar de um valor ausente, diga isso; se não, corrija-o no arquivo.</translation>
    </message>
    <message>
        <source>Line %1 holds texts where most lines hold numbers or times: &quot;%2&quot; in the column &quot;%3&quot;, for one. So many columns are read as text because of it: %4. Take the line out of the file if it is no reading.</source>
        <translation>A linha %1 tem textos onde a maioria das linhas tem números ou horários: por exemplo, “%2” na coluna “%3”. Colunas lidas como texto por causa dela: %4. Tire a linha do arquivo se ela não for uma leitura.</translation>
    </message>
    <message>
        <source>The last line, %1, begins with &quot;%2&quot;: it seems to sum up the others. Take it out of the file, for it would be learned from like a reading.</source>
        <translation>A última linha, %1, começa com “%2”: ela parece resumir as outras. Tire-a do arquivo, pois a rede aprenderia com ela como se fosse uma leitura.</translation>
    </message>
    <message>
        <source>Values in parentheses in the column &quot;%1&quot;, such as %2, are read as negative numbers.</source>
        <translation>Os valores entre parênteses na coluna “%1”, como %2, são lidos como números negativos.</translation>
    </message>
    <message>
        <source>Every value in the column &quot;%1&quot; stands in parentheses, such as %2. They are read as positive numbers; write a minus sign where they are negative.</source>
        <translation>Todos os valores da coluna “%1” estão entre parênteses, como %2. São lidos como números positivos; escreva um sinal de menos onde forem negativos.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has points for decimal signs, as in %2, and other columns commas. It is read as numbers.</source>
        <translation>A coluna “%1” tem pontos como sinal decimal, como em %2, e outras colunas têm vírgulas. Ela é lida como números.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; has commas for decimal signs, as in %2, and other columns points. It is read as numbers.</source>
        <translation>A coluna “%1” tem vírgulas como sinal decimal, como em %2, e outras colunas têm pontos. Ela é lida como números.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is read as text: its numbers, such as %2, are not written like those of other columns. Choose another decimal sign, or write them alike.</source>
        <translation>A coluna “%1” é lida como texto: seus números, como %2, não são escritos como os de outras colunas. Escolha outro sinal decimal ou escreva-os do mesmo modo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in line %2 stands for a missing value, for all else in the column &quot;%3&quot; is a number.</source>
        <translation>“%1”, na linha %2, está no lugar de um valor ausente, pois todo o resto da coluna “%3” são números.</translation>
    </message>
    <message>
        <source>Semicolons: they divide all lines looked at into %1 values. Commas stand between digits alone and are taken for decimal signs.</source>
        <translation>Ponto e vírgula: divide todas as linhas examinadas em %1 valores. As vírgulas só aparecem entre algarismos e são tomadas como sinal decimal.</translation>
    </message>
    <message>
        <source>Tabs: they divide all lines looked at into %1 values. Commas stand between digits alone and are taken for decimal signs.</source>
        <translation>Tabulações: dividem todas as linhas examinadas em %1 valores. As vírgulas só aparecem entre algarismos e são tomadas como sinal decimal.</translation>
    </message>
    <message>
        <source>These rows look like a stream of readings: %1 windows could be made of them. Told by a window, the network sees how the readings move.</source>
        <translation>Estas linhas parecem um fluxo de leituras: delas dá para fazer %1 janelas. Com janelas, a rede vê como as leituras mudam.</translation>
    </message>
    <message>
        <source>Make windows</source>
        <translation>Criar janelas</translation>
    </message>
    <message>
        <source>Every value stands behind a label, such as &quot;%1&quot;. The labels became the names of the columns, and the values are read as numbers.</source>
        <translation>Todo valor vem depois de um rótulo, como “%1”. Os rótulos viraram os nomes das colunas, e os valores são lidos como números.</translation>
    </message>
    <message>
        <source>The numbers in the column &quot;%1&quot; are read as dates, such as %2.</source>
        <translation>Os números da coluna “%1” são lidos como datas, como %2.</translation>
    </message>
    <message>
        <source>Every line stands in quotation marks as a whole; they were taken off. Spreadsheets write so when they save a table that they had not divided into columns.</source>
        <translation>Cada linha está inteira entre aspas, que foram retiradas. Planilhas escrevem assim quando salvam uma tabela que não tinham dividido em colunas.</translation>
    </message>
    <message>
        <source>Behind line %1 the file holds nothing but zero bytes, %2 of them, which were left out: the power may have failed while it was written. See whether the last line is whole.</source>
        <translation>Depois da linha %1 o arquivo só tem bytes zero, %2 ao todo, que foram deixados de fora: a energia pode ter faltado durante a gravação. Veja se a última linha está completa.</translation>
    </message>
    <message>
        <source>Byte %1 cannot be UTF-8; old programs for Windows write like that. If letters look wrong, save the file as UTF-8 in the program that made it.</source>
        <translation>O byte %1 não pode ser UTF-8; programas antigos do Windows escrevem assim. Se as letras parecerem erradas, salve o arquivo como UTF-8 no programa que o criou.</translation>
    </message>
    <message>
        <source>Windows or strides of %1 seconds hold no reading: one comes every %2 seconds. Take longer ones; or say how many readings a second there are, should the times not be seconds.</source>
        <translation>Janelas ou passos de %1 segundos não contêm nenhuma leitura: chega uma a cada %2 segundos. Escolha valores maiores; ou diga quantas leituras há por segundo, caso os tempos não sejam segundos.</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 não foi aberto: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2 %3 is still here.</source>
        <translation>%1 não foi aberto: %2 %3 continua aqui.</translation>
    </message>
    <message>
        <source>While it was read, the project was edited. Save the project or undo that, and open the file again.</source>
        <translation>Enquanto ele era lido, o projeto foi editado. Salve o projeto ou desfaça essa edição e abra o arquivo de novo.</translation>
    </message>
    <message>
        <source>The project has no earlier run %1. See which there are, and choose one of them.</source>
        <translation>O projeto não tem um treino anterior %1. Veja quais existem e escolha um deles.</translation>
    </message>
    <message>
        <source>Run %1 learned from other data than the project has now. Choose the data as they were then, or train anew.</source>
        <translation>O treino %1 aprendeu com dados diferentes dos que o projeto tem agora. Escolha os dados como eram, ou treine de novo.</translation>
    </message>
    <message>
        <source>The data or their preparation have changed since run %1, so that it cannot be trained again. Choose them as they were then.</source>
        <translation>Os dados ou o seu preparo mudaram desde o treino %1, por isso ele não pode ser refeito. Escolha-os como eram.</translation>
    </message>
    <message>
        <source>Hidden layers: %1, before: %2.</source>
        <translation>Camadas ocultas: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Planned epochs: %1, before: %2.</source>
        <translation>Épocas planejadas: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Rows in a batch: %1, before: %2.</source>
        <translation>Linhas em um lote: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Seed: %1, before: %2.</source>
        <translation>Semente: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Optimizer: %1, before: %2.</source>
        <translation>Otimizador: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Learning rate: %1, before: %2.</source>
        <translation>Taxa de aprendizado: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Schedule of the learning rate: %1, before: %2.</source>
        <translation>Variação da taxa de aprendizado: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Epochs of warm-up: %1, before: %2.</source>
        <translation>Épocas de aquecimento: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Loss: %1, before: %2.</source>
        <translation>Perda: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Weights of the classes: %1, before: %2.</source>
        <translation>Pesos das classes: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Label smoothing: %1, before: %2.</source>
        <translation>Suavização dos rótulos: %1, antes: %2.</translation>
    </message>
    <message>
        <source>L1 penalty: %1, before: %2.</source>
        <translation>Penalidade L1: %1, antes: %2.</translation>
    </message>
    <message>
        <source>L2 penalty: %1, before: %2.</source>
        <translation>Penalidade L2: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Largest gradient: %1, before: %2.</source>
        <translation>Limite do gradiente: %1, antes: %2.</translation>
    </message>
    <message>
        <source>First weights: %1, before: %2.</source>
        <translation>Pesos iniciais: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Patience in epochs: %1, before: %2.</source>
        <translation>Paciência em épocas: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Momentum: %1, before: %2.</source>
        <translation>Momentum: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Weight decay: %1, before: %2.</source>
        <translation>Decaimento dos pesos: %1, antes: %2.</translation>
    </message>
    <message>
        <source>The data are others: the table, the columns, how they are prepared or how the rows are split.</source>
        <translation>Os dados são outros: a tabela, as colunas, o preparo ou a divisão das linhas.</translation>
    </message>
    <message>
        <source>Instructions of the processor: %1, before: %2. The last bits of the weights depend on them.</source>
        <translation>Instruções do processador: %1, antes: %2. Os últimos bits dos pesos dependem delas.</translation>
    </message>
    <message>
        <source>Epochs run: %1, before: %2.</source>
        <translation>Épocas feitas: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Best epoch: %1, before: %2.</source>
        <translation>Melhor época: %1, antes: %2.</translation>
    </message>
    <message>
        <source>Better: %1 %2, before: %3.</source>
        <translation>Melhor: %1 %2, antes: %3.</translation>
    </message>
    <message>
        <source>Worse: %1 %2, before: %3.</source>
        <translation>Pior: %1 %2, antes: %3.</translation>
    </message>
    <message>
        <source>It is not known where this training stood, so that it cannot go on. Train again from the start.</source>
        <translation>Não se sabe em que ponto este treino estava, por isso ele não pode continuar. Treine de novo desde o início.</translation>
    </message>
    <message>
        <source>The data or their preparation have changed since this training, so that it cannot go on. Train again from the start.</source>
        <translation>Os dados ou o preparo deles mudaram desde este treino, por isso ele não pode continuar. Treine de novo desde o início.</translation>
    </message>
    <message>
        <source>The training has had %1 epochs and is to go on to %2. Choose a number above %1 and up to %3.</source>
        <translation>O treino já teve %1 épocas e deveria continuar até %2. Escolha um número acima de %1 e até %3.</translation>
    </message>
    <message>
        <source>What was kept of this training belongs to another network, so that it cannot go on. Train again from the start.</source>
        <translation>O que foi guardado deste treino pertence a outra rede, por isso ele não pode continuar. Treine de novo desde o início.</translation>
    </message>
    <message>
        <source>The dropout of hidden layer %1 is %2. Choose a share from 0 to %3.</source>
        <translation>O dropout da camada oculta %1 é %2. Escolha um valor de 0 a %3.</translation>
    </message>
    <message>
        <source>The loss %1 does not fit a target of this kind. For classes choose a cross-entropy, for numbers an error.</source>
        <translation>A perda %1 não serve para um alvo deste tipo. Para classes, escolha uma entropia cruzada; para números, um erro.</translation>
    </message>
    <message>
        <source>The binary cross-entropy is for two classes, and the target has %1. Choose the cross-entropy.</source>
        <translation>A entropia cruzada binária é para duas classes, e o alvo tem %1. Escolha a entropia cruzada.</translation>
    </message>
    <message>
        <source>The momentum is %1. Choose a number from %2 to %3.</source>
        <translation>O momentum é %1. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>The weight decay is %1. Choose a number from %2 to %3.</source>
        <translation>O decaimento dos pesos é %1. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>The warm-up lasts %1 epochs. Choose a number from %2 to %3.</source>
        <translation>O aquecimento dura %1 épocas. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>The label smoothing is %1. Choose a share from %2 to %3.</source>
        <translation>A suavização dos rótulos é %1. Escolha um valor de %2 a %3.</translation>
    </message>
    <message>
        <source>The L1 penalty is %1. Choose a number from %2 to %3.</source>
        <translation>A penalidade L1 é %1. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>The L2 penalty is %1. Choose a number from %2 to %3.</source>
        <translation>A penalidade L2 é %1. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>The largest gradient is %1. Choose a number from %2 to %3; 0 stands for no limit.</source>
        <translation>O limite do gradiente é %1. Escolha um número de %2 a %3; 0 quer dizer sem limite.</translation>
    </message>
    <message>
        <source>The patience is %1 epochs. Choose a number from %2 to %3.</source>
        <translation>A paciência é de %1 épocas. Escolha um número de %2 a %3.</translation>
    </message>
    <message>
        <source>A student can follow its teacher by 0 to 1 (now %1), at a temperature from 1 to %2 (now %3).</source>
        <translation>Um aluno pode seguir o professor de 0 a 1 (agora %1), com temperatura de 1 a %2 (agora %3).</translation>
    </message>
    <message>
        <source>While the network learned as integers, sums of layer %1 have grown so large that a board could not hold them. Lower the learning rate, or give it fewer inputs.</source>
        <translation>Enquanto a rede treinava com inteiros, as somas da camada %1 cresceram tanto que não caberiam numa placa. Diminua a taxa de aprendizado ou o número de entradas.</translation>
    </message>
    <message>
        <source>The weights of layer %1 of the model cannot be kept as the model says (as multiples of a step, or in its codebook). Make the model again.</source>
        <translation>Os pesos da camada %1 do modelo não podem ser guardados como o modelo diz (como múltiplos de um passo ou no codebook da camada). Faça o modelo de novo.</translation>
    </message>
    <message>
        <source>The row has no answer: &quot;%1&quot; is missing and nothing stands for it. Give it a value.</source>
        <translation>A linha não tem resposta: falta “%1” e nada ocupa o seu lugar. Dê um valor.</translation>
    </message>
    <message>
        <source>A weight can have 2 to 8 bits. Give one number for all %1 layers, or one for each of them.</source>
        <translation>Um peso pode ter de 2 a 8 bits. Dê um número para todas as %1 camadas ou um para cada uma.</translation>
    </message>
    <message>
        <source>Between 0 and %1 of a network can be pruned (now %2), in 1 to %3 stages of an epoch at least (now %4).</source>
        <translation>Pode-se podar de 0 a %1 de uma rede (agora %2), em 1 a %3 etapas de pelo menos uma época cada (agora %4).</translation>
    </message>
    <message>
        <source>The values of &quot;%1&quot; lie so far from 0 that the integers which the network has learned do not reach them. Lower the learning rate, or subtract a constant from the target.</source>
        <translation>Os valores de “%1” estão tão longe de 0 que os inteiros que a rede aprendeu não chegam até eles. Reduza a taxa de aprendizado ou subtraia uma constante do alvo.</translation>
    </message>
    <message>
        <source>Steps of a compression follow in this order, each at most once: distill, prune, qat, and at the end codebook or ptq. After qat there can be a codebook, but no ptq.</source>
        <translation>As etapas de uma compressão seguem esta ordem, cada uma no máximo uma vez: distill, prune, qat e, no fim, codebook ou ptq. Depois de qat pode vir codebook, mas não ptq.</translation>
    </message>
    <message>
        <source>A weight can have 2 to 8 bits. Give one number for all layers, or one for each of them.</source>
        <translation>Um peso pode ter de 2 a 8 bits. Dê um número para todas as camadas ou um para cada uma.</translation>
    </message>
    <message>
        <source>Ranges cannot be found on %1 rows. Give a number of rows, or 0 for all.</source>
        <translation>Não dá para encontrar faixas em %1 linhas. Informe um número de linhas, ou 0 para todas.</translation>
    </message>
    <message>
        <source>A codebook has 4, 16 or 256 entries, not %1.</source>
        <translation>Um codebook tem 4, 16 ou 256 valores, não %1.</translation>
    </message>
    <message>
        <source>A number for the centres of a codebook is out of bounds: thresholds, preferences and radii are above 0, damping is from 0.5 to below 1, and shares are from 0 to 1.</source>
        <translation>Um número para os centros de um codebook está fora dos limites: limiares, preferências e raios são maiores que 0, o amortecimento vai de 0,5 até menos que 1, e as partes vão de 0 a 1.</translation>
    </message>
    <message>
        <source>Extra training has at most %1 epochs (now %2) and a learning rate up to 10 (now %3).</source>
        <translation>O treino extra tem no máximo %1 épocas (agora %2) e uma taxa de aprendizado de até 10 (agora %3).</translation>
    </message>
    <message>
        <source>The project keeps no recipe yet. Keep one when you compress.</source>
        <translation>O projeto ainda não guarda nenhuma receita. Guarde uma ao comprimir.</translation>
    </message>
    <message>
        <source>There is no recipe “%1”. There are: %2.</source>
        <translation>Não existe a receita “%1”. Existem: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a recipe: use letters, digits, “-”, “_” and “.”, at most 64 of them, and no “.” at the start.</source>
        <translation>“%1” não pode ser o nome de uma receita: use letras, algarismos, “-”, “_” e “.”, no máximo 64, e nenhum “.” no início.</translation>
    </message>
    <message>
        <source>The variant “float” is the network itself. Choose another name.</source>
        <translation>A variante “float” é a própria rede. Escolha outro nome.</translation>
    </message>
    <message>
        <source>No bits are few enough for %1 bytes of flash: on %2 this network takes at least %3. Allow more, or take a smaller network.</source>
        <translation>Nenhum número de bits basta para %1 bytes de flash: na placa %2 esta rede ocupa pelo menos %3. Permita mais, ou use uma rede menor.</translation>
    </message>
    <message>
        <source>Bits are given for %1 layers, but the network has %2. Give one number for each, or one for all.</source>
        <translation>Os bits são dados para %1 camadas, mas a rede tem %2. Informe um número para cada uma, ou um para todas.</translation>
    </message>
    <message>
        <source>The files could not be packed into one: there is not enough memory. Close other programs and try again.</source>
        <translation>Não foi possível compactar os arquivos em um só: falta memória. Feche outros programas e tente de novo.</translation>
    </message>
    <message>
        <source>%1 is told by windows of readings, which only the C++ header computes. Choose the format cpp, and compile one file of your program as C++.</source>
        <translation>%1 usa janelas de leituras, que só o cabeçalho C++ calcula. Escolha o formato cpp e compile um arquivo do seu programa como C++.</translation>
    </message>
    <message>
        <source>C++ header</source>
        <translation>Cabeçalho C++</translation>
    </message>
    <message>
        <source>One C++11 header without libraries or heap, for any compiler and any board.</source>
        <translation>Um único cabeçalho C++11, sem bibliotecas nem heap, para qualquer compilador e qualquer placa.</translation>
    </message>
    <message>
        <source>Arduino library (ZIP)</source>
        <translation>Arduino (ZIP)</translation>
    </message>
    <message>
        <source>One file for “Add .ZIP Library” of the Arduino IDE, with two examples.</source>
        <translation>Um arquivo para “Adicionar biblioteca .ZIP” do Arduino IDE, com dois exemplos.</translation>
    </message>
    <message>
        <source>Arduino library (folder)</source>
        <translation>Arduino (pasta)</translation>
    </message>
    <message>
        <source>The same library as a folder, for the libraries folder of your sketchbook.</source>
        <translation>A mesma biblioteca como pasta, para a pasta libraries da sua pasta de sketches.</translation>
    </message>
    <message>
        <source>Arduino sketch</source>
        <translation>Sketch do Arduino</translation>
    </message>
    <message>
        <source>A sketch that compiles as it is, with the header beside it.</source>
        <translation>Um sketch que compila como está, com o cabeçalho ao lado.</translation>
    </message>
    <message>
        <source>PlatformIO project</source>
        <translation>Projeto PlatformIO</translation>
    </message>
    <message>
        <source>A project for Uno, ESP32, Pico and more, with the model as a library of its own.</source>
        <translation>Um projeto para Uno, ESP32, Pico e outras placas, com o modelo em uma biblioteca própria.</translation>
    </message>
    <message>
        <source>ESP-IDF project</source>
        <translation>Projeto ESP-IDF</translation>
    </message>
    <message>
        <source>The model as a component for ESP-IDF, in a project that uses it.</source>
        <translation>O modelo como componente do ESP-IDF, em um projeto que o usa.</translation>
    </message>
    <message>
        <source>CMake package</source>
        <translation>Pacote CMake</translation>
    </message>
    <message>
        <source>A target for CMake projects, with an installation and a test.</source>
        <translation>Um alvo para projetos CMake, com instalação e um teste.</translation>
    </message>
    <message>
        <source>C99 header</source>
        <translation>Cabeçalho C99</translation>
    </message>
    <message>
        <source>One header for programs in C, without libraries or heap.</source>
        <translation>Um único cabeçalho para programas em C, sem bibliotecas nem heap.</translation>
    </message>
    <message>
        <source>TensorFlow Lite</source>
        <translation>TensorFlow Lite</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>A .onnx file that takes raw units, for ONNX Runtime and its like.</source>
        <translation>Um arquivo .onnx que recebe as leituras nas próprias unidades, para o ONNX Runtime e semelhantes.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>The whole model as documented JSON, for programs of your own.</source>
        <translation>O modelo inteiro como JSON documentado, para os seus próprios programas.</translation>
    </message>
    <message>
        <source>There is no format “%1”. There are: %2.</source>
        <translation>Não existe o formato “%1”. Os formatos são: %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>A pasta %1 não pode ser criada. Escolha outro lugar.</translation>
    </message>
    <message>
        <source>This is no model that can be imported. Choose a .tflite or .onnx file, or a JSON of TensorFlores.</source>
        <translation>Isto não é um modelo que possa ser importado. Escolha um arquivo .tflite ou .onnx, ou um JSON do TensorFlores.</translation>
    </message>
    <message>
        <source>The file is cut short or damaged. Export the model again where it was made.</source>
        <translation>O arquivo está truncado ou danificado. Exporte o modelo de novo onde ele foi feito.</translation>
    </message>
    <message>
        <source>The file has %1 MiB. Models of at most %2 MiB can be imported; choose a smaller one.</source>
        <translation>O arquivo tem %1 MiB. Podem ser importados modelos de até %2 MiB; escolha um menor.</translation>
    </message>
    <message>
        <source>The weights of this model stand in another file. Save it as one .onnx file.</source>
        <translation>Os pesos deste modelo estão em outro arquivo. Salve-o como um único arquivo .onnx.</translation>
    </message>
    <message>
        <source>The file holds %1 graphs where one is needed. Export the model alone.</source>
        <translation>O arquivo contém %1 grafos, mas é preciso um só. Exporte apenas o modelo.</translation>
    </message>
    <message>
        <source>The model has no dense layer. Only dense networks can be imported.</source>
        <translation>O modelo não tem nenhuma camada densa. Só redes densas podem ser importadas.</translation>
    </message>
    <message>
        <source>The model has more than %1 dense layers. Only smaller ones can be imported.</source>
        <translation>O modelo tem mais de %1 camadas densas. Só modelos menores podem ser importados.</translation>
    </message>
    <message>
        <source>Layer %1, %2: this operation is no part of a dense network, so the model cannot be imported. Export it without it.</source>
        <translation>Camada %1, %2: esta operação não faz parte de uma rede densa, por isso o modelo não pode ser importado. Exporte-o sem ela.</translation>
    </message>
    <message>
        <source>Layer %1, %2: it does not take what the layer before it gives and constants alone. Only layers that follow one another can be imported.</source>
        <translation>Camada %1, %2: ela não recebe apenas constantes e o que a camada anterior fornece. Só podem ser importadas camadas em sequência.</translation>
    </message>
    <message>
        <source>Layer %1, %2: the parameters of this operation are others than Broto has. Train the model with the usual ones (docs/interop.md).</source>
        <translation>Camada %1, %2: os parâmetros desta operação são diferentes dos do Broto. Treine o modelo com os usuais (docs/interop.md).</translation>
    </message>
    <message>
        <source>Layer %1, %2: this operation cannot stand in this place of a dense network. Export the model without it.</source>
        <translation>Camada %1, %2: esta operação não pode estar neste lugar de uma rede densa. Exporte o modelo sem ela.</translation>
    </message>
    <message>
        <source>The model takes %1 features (%2), the data have %3 (%4). Choose the columns that the model was made for.</source>
        <translation>O modelo recebe %1 atributos (%2), os dados têm %3 (%4). Escolha as colunas para as quais o modelo foi feito.</translation>
    </message>
    <message>
        <source>The model knows %1 classes (%2), the data have %3 (%4). Choose the target that the model was made for.</source>
        <translation>O modelo conhece %1 classes (%2), os dados têm %3 (%4). Escolha o alvo para o qual o modelo foi feito.</translation>
    </message>
    <message>
        <source>The model and the target are not of one kind: one has classes, the other numbers. Choose the target that the model was made for.</source>
        <translation>O modelo e o alvo não são do mesmo tipo: um tem classes, o outro números. Escolha o alvo para o qual o modelo foi feito.</translation>
    </message>
    <message>
        <source>The network has more layers or neurons than can be trained here (%1 hidden layers of %2). Import it without data.</source>
        <translation>A rede tem mais camadas ou neurônios do que se pode treinar aqui (%1 camadas ocultas de %2). Importe-a sem dados.</translation>
    </message>
    <message>
        <source>Run %1 was imported, not trained here, so it cannot be trained again. Train the network anew to have a run that can.</source>
        <translation>O treino %1 foi importado, não feito aqui, por isso não pode ser repetido. Treine a rede de novo para ter um que possa.</translation>
    </message>
    <message>
        <source>No file manager could be started. The files are in %1.</source>
        <translation>Nenhum gerenciador de arquivos pôde ser aberto. Os arquivos estão em %1.</translation>
    </message>
    <message>
        <source>A .tflite file that takes raw units, for TensorFlow Lite.</source>
        <translation>Um arquivo .tflite que recebe as leituras nas próprias unidades, para TensorFlow Lite.</translation>
    </message>
    <message>
        <source>This model came without rows. Open the table that it was made for, to judge and to compress it here.</source>
        <translation>Este modelo veio sem linhas. Abra a tabela para a qual ele foi feito, para avaliá-lo e comprimi-lo aqui.</translation>
    </message>
    <message>
        <source>The model was not taken along: %1 Choose the columns that it was made for, and open the model again.</source>
        <translation>O modelo não veio junto: %1 Escolha as colunas para as quais ele foi feito e abra o modelo de novo.</translation>
    </message>
    <message>
        <source>%1 is a folder, and a file of that name is to be written. Move it away, or choose another place.</source>
        <translation>%1 é uma pasta, e um arquivo com esse nome precisa ser gravado. Mova-a para outro lugar ou escolha outro destino.</translation>
    </message>
    <message>
        <source>%1 is a file, and a folder of that name is needed. Move it away, or choose another place.</source>
        <translation>%1 é um arquivo, e é necessária uma pasta com esse nome. Mova-o para outro lugar ou escolha outro destino.</translation>
    </message>
    <message>
        <source>Layer %1 keeps its weights as %2. Straight-line code needs int8 or int4: compress the network to one of these, or leave straight-line code.</source>
        <translation>A camada %1 guarda os pesos como %2. O código sem laços precisa de int8 ou int4: comprima a rede para um deles ou desista do código sem laços.</translation>
    </message>
    <message>
        <source>Layer %1 has the activation %2. Straight-line code needs ReLU in all hidden layers: train with it, or leave straight-line code.</source>
        <translation>A camada %1 tem a ativação %2. O código sem laços precisa de ReLU em todas as camadas ocultas: treine com ela ou desista do código sem laços.</translation>
    </message>
    <message>
        <source>The network has %1 weights, and straight-line code holds at most %2. Choose smaller layers, or leave straight-line code.</source>
        <translation>A rede tem %1 pesos, e o código sem laços comporta no máximo %2. Escolha camadas menores ou desista do código sem laços.</translation>
    </message>
    <message>
        <source>The activations of the network take %1 bytes, and straight-line code reaches %2. Choose fewer features or smaller layers, or leave straight-line code.</source>
        <translation>As ativações da rede ocupam %1 bytes, e o código sem laços alcança %2. Escolha menos atributos ou camadas menores, ou desista do código sem laços.</translation>
    </message>
    <message>
        <source>The network tells %1 classes apart, and straight-line code at most %2. Leave straight-line code.</source>
        <translation>A rede distingue %1 classes, e o código sem laços no máximo %2. Desista do código sem laços.</translation>
    </message>
    <message>
        <source>The model computes in float32, and straight-line code in integers. Compress it to int8 or int4 first, or leave straight-line code.</source>
        <translation>O modelo calcula em float32, e o código sem laços em inteiros. Comprima-o antes para int8 ou int4 ou desista do código sem laços.</translation>
    </message>
    <message>
        <source>The model answers with a number, and straight-line code with a class alone. Leave straight-line code.</source>
        <translation>O modelo responde com um número, e o código sem laços só com uma classe. Desista do código sem laços.</translation>
    </message>
    <message>
        <source>The file is empty. Export the model again where it was made.</source>
        <translation>O arquivo está vazio. Exporte o modelo de novo onde ele foi feito.</translation>
    </message>
    <message>
        <source>This is a file that only the tool reads that wrote it, such as Keras or PyTorch. Let that tool export the model as .tflite or .onnx, and open that file.</source>
        <translation>Este é um arquivo que só a ferramenta que o gravou lê, como Keras ou PyTorch. Exporte o modelo nela como .tflite ou .onnx e abra esse arquivo.</translation>
    </message>
    <message>
        <source>This is a web page and no model. Download the file of the model itself.</source>
        <translation>Isto é uma página da web, não um modelo. Baixe o próprio arquivo do modelo.</translation>
    </message>
    <message>
        <source>There is no ONNX graph in the file: it is cut short, or of another kind. Export the model again as .onnx.</source>
        <translation>Não há nenhum grafo ONNX no arquivo: ele está cortado ou é de outro tipo. Exporte o modelo de novo como .onnx.</translation>
    </message>
    <message>
        <source>The input &quot;%1&quot; takes %2 in the shape [%3], and not one row of numbers (float32 or int8). Only dense networks can be imported: export one that takes [1, features].</source>
        <translation>A entrada “%1” recebe %2 na forma [%3], e não uma linha de números (float32 ou int8). Só redes densas podem ser importadas: exporte uma que receba [1, atributos].</translation>
    </message>
    <message>
        <source>The scaling of &quot;%1&quot; leaves the numbers that float32 holds. Scale it less, or leave the feature out, and export the model again.</source>
        <translation>Com a escala de “%1”, os números não cabem em float32. Use uma escala menor ou deixe o atributo de fora, e exporte o modelo de novo.</translation>
    </message>
    <message>
        <source>Layer %1, %2: this is a layer of a convolutional network. Only dense networks can be imported: train one of dense layers alone.</source>
        <translation>Camada %1, %2: esta é uma camada de rede convolucional. Só redes densas podem ser importadas: treine uma só com camadas densas.</translation>
    </message>
    <message>
        <source>Layer %1, %2: this is a layer with a memory. Only dense networks can be imported: train one of dense layers on windows of readings.</source>
        <translation>Camada %1, %2: esta é uma camada com memória (recorrente). Só redes densas podem ser importadas: treine uma de camadas densas em janelas de leituras.</translation>
    </message>
    <message>
        <source>Layer %1, %2: the values of &quot;%3&quot; are not in the file. Export the model with its weights and biases as constants.</source>
        <translation>Camada %1, %2: os valores de “%3” não estão no arquivo. Exporte o modelo com os pesos e vieses como constantes.</translation>
    </message>
    <message>
        <source>Layer %1, %2: &quot;%3&quot; holds numbers of the kind %4, which cannot be read here. Export the model in float32, or quantize it to int8.</source>
        <translation>Camada %1, %2: “%3” guarda números do tipo %4, que não podem ser lidos aqui. Exporte o modelo em float32 ou quantize-o para int8.</translation>
    </message>
    <message>
        <source>Layer %1, %2: its numbers are not all finite. Train the model again, with a lower learning rate, and export it.</source>
        <translation>Camada %1, %2: nem todos os seus números são finitos. Treine o modelo de novo, com uma taxa de aprendizado menor, e exporte-o.</translation>
    </message>
    <message>
        <source>Layer %1, %2: its weights and biases are not those of a dense layer: one row of weights and one bias a neuron. Export the model again.</source>
        <translation>Camada %1, %2: os pesos e vieses não são os de uma camada densa: uma linha de pesos e um viés por neurônio. Exporte o modelo de novo.</translation>
    </message>
    <message>
        <source>Layer %1, %2: it divides value %3 by 0, as a scaler does that has seen a constant feature. Leave that feature out, or give it the scale 1, and export again.</source>
        <translation>Camada %1, %2: ela divide o valor %3 por 0, como faz um normalizador que viu um atributo constante. Deixe esse atributo de fora ou dê a ele a escala 1, e exporte de novo.</translation>
    </message>
    <message>
        <source>Layer %1, %2: its axis or shape mixes the values of several rows. Export the model so that it goes over the values of one row.</source>
        <translation>Camada %1, %2: seu eixo ou sua forma mistura os valores de várias linhas. Exporte o modelo de modo que ela percorra os valores de uma linha.</translation>
    </message>
    <message>
        <source>Layer %1, %2: it is not quantized to eight bits as the rest of the model is. Quantize the whole model to int8, or export it in float32.</source>
        <translation>Camada %1, %2: ela não está quantizada em oito bits como o resto do modelo. Quantize o modelo inteiro para int8 ou exporte-o em float32.</translation>
    </message>
    <message>
        <source>Layer %1, %2: the scale of its quantization is 0, below 0 or no number. Quantize the model again, with rows in which its values vary.</source>
        <translation>Camada %1, %2: a escala da quantização é 0, negativa ou não é um número. Quantize o modelo de novo, com linhas em que os valores variem.</translation>
    </message>
    <message>
        <source>Layer %1, %2: its integers begin or end at 0, which cuts values off as no layer of Broto does. Quantize the model with a range to both sides of 0 here.</source>
        <translation>Camada %1, %2: seus inteiros começam ou terminam em 0, o que corta valores como nenhuma camada do Broto faz. Quantize o modelo com uma faixa que, nesta camada, vá para os dois lados de 0.</translation>
    </message>
    <message>
        <source>Layer %1, %2: it quantizes inputs a second time, after they were scaled one by one. Export the model with one quantization of its inputs.</source>
        <translation>Camada %1, %2: ela quantiza as entradas uma segunda vez, depois de uma escala por entrada. Exporte o modelo com uma só quantização das entradas.</translation>
    </message>
    <message>
        <source>Layer %1, %2: &quot;%3&quot; is missing, empty or no list. Save the model again in TensorFlores.</source>
        <translation>Camada %1, %2: “%3” está faltando, está vazio ou não é uma lista. Salve o modelo de novo no TensorFlores.</translation>
    </message>
    <message>
        <source>Layer %1, %2: entry %4 of &quot;%3&quot; is no finite number. Save the model again in TensorFlores.</source>
        <translation>Camada %1, %2: o item %4 de “%3” não é um número finito. Salve o modelo de novo no TensorFlores.</translation>
    </message>
    <message>
        <source>Layer %1, %2: the rows of &quot;%3&quot; are not all of one length. Save the model again in TensorFlores.</source>
        <translation>Camada %1, %2: as linhas de “%3” não têm todas o mesmo comprimento. Salve o modelo de novo no TensorFlores.</translation>
    </message>
    <message>
        <source>The JSON says that its weights are quantized, but &quot;%1&quot; is missing or of another kind. Save the model again in TensorFlores.</source>
        <translation>O JSON diz que os pesos estão quantizados, mas “%1” está faltando ou é de outro tipo. Salve o modelo de novo no TensorFlores.</translation>
    </message>
    <message>
        <source>Layer %1, %2: &quot;%3&quot; points beyond the end of &quot;%4&quot;. Save the model again in TensorFlores.</source>
        <translation>Camada %1, %2: “%3” aponta para além do fim de “%4”. Salve o modelo de novo no TensorFlores.</translation>
    </message>
    <message>
        <source>The inputs of the model are: %1. Its outputs are: %2. Only models with one input, the features of a row, and one output can be imported: export that part alone.</source>
        <translation>As entradas do modelo são: %1. As saídas são: %2. Só modelos com uma entrada, os atributos de uma linha, e uma saída podem ser importados: exporte só essa parte.</translation>
    </message>
    <message>
        <source>Layer %1, %2: it takes rows of %3, but gets rows of %4 from the layer before it. Export the model again.</source>
        <translation>Camada %1, %2: ela recebe linhas de %3, mas a camada anterior dá linhas de %4. Exporte o modelo de novo.</translation>
    </message>
    <message>
        <source>Layer %1, %2: the number of biases is %3, that of neurons %4; they must be the same. Export the model again.</source>
        <translation>Camada %1, %2: o número de vieses é %3, e o de neurônios %4; eles precisam ser iguais. Exporte o modelo de novo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a name such as &quot;arduino:avr:uno&quot;. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser um nome como “arduino:avr:uno”. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be avr-gcc, bare-metal or arduino-cli. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser avr-gcc, bare-metal ou arduino-cli. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should hold no places but {port}, {portName}, {hex}, {elf}, {bin}, {uf2}, {stem} and {folder}. Correct the file.</source>
        <translation>Na descrição da placa, “%1” só pode conter os marcadores {port}, {portName}, {hex}, {elf}, {bin}, {uf2}, {stem} e {folder}. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be hex, elf, bin or uf2. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser hex, elf, bin ou uf2. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a list of texts. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser uma lista de textos. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be a list of objects. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser uma lista de objetos. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>The core %1 is not installed, without which nothing can be built for this board. Install it: arduino-cli core install %1%2</source>
        <translation>O core %1 não está instalado, e sem ele nada pode ser compilado para esta placa. Instale-o: arduino-cli core install %1%2</translation>
    </message>
    <message>
        <source>The core %1 could not be installed: %2</source>
        <translation>Não foi possível instalar o core %1: %2</translation>
    </message>
    <message>
        <source>arduino-cli said that it has built the program, but it is not in %1.</source>
        <translation>O arduino-cli disse que compilou o programa, mas ele não está em %1.</translation>
    </message>
    <message>
        <source>The drive %1 of the %2 is not there. Plug the board in by USB; if the drive does not open, hold down its BOOT or reset button while you do.</source>
        <translation>A unidade %1 da placa %2 não foi encontrada. Conecte a placa pelo USB; se a unidade não abrir, segure o botão BOOT ou reset ao conectar.</translation>
    </message>
    <message>
        <source>The board has not taken the program that was copied to its drive %1. Plug it in again and repeat the upload.</source>
        <translation>A placa não aceitou o programa copiado para a unidade %1. Conecte-a de novo e repita a gravação.</translation>
    </message>
    <message>
        <source>The board with the drive %1 refuses the program: %2</source>
        <translation>A placa da unidade %1 recusa o programa: %2</translation>
    </message>
    <message>
        <source>The %1 has not come back with its boot loader. Press its reset button twice, choose the port that appears, and try again.</source>
        <translation>A placa %1 não voltou com o bootloader. Aperte duas vezes o botão de reset, escolha a porta que aparecer e tente de novo.</translation>
    </message>
    <message>
        <source>%1 is missing, which uploads to this board. Install it, or arduino-cli, which brings it along with the board&apos;s core.</source>
        <translation>Falta o %1, que grava nesta placa. Instale-o, ou instale o arduino-cli, que o traz junto com o core da placa.</translation>
    </message>
    <message>
        <source>%1 is missing, which uploads to this board. It comes with the package %2: sudo apt install %2</source>
        <translation>Falta o %1, que grava nesta placa. Ele vem com o pacote %2: sudo apt install %2</translation>
    </message>
    <message>
        <source>The program for the %1 is not there in a form that its uploader takes: build it again.</source>
        <translation>O programa da placa %1 não está em um formato que o gravador aceite: compile-o de novo.</translation>
    </message>
    <message>
        <source>What was written to the %1 reads back differently. Try again; if it stays so, the board&apos;s flash is worn out.</source>
        <translation>O que foi gravado na placa %1 volta diferente na leitura. Tente de novo; se continuar assim, a flash da placa está gasta.</translation>
    </message>
    <message>
        <source>%1 is a link to a file in %2, and there is no such folder. Make that folder, or choose another place.</source>
        <translation>%1 é um link para um arquivo em %2, e essa pasta não existe. Crie a pasta, ou escolha outro lugar.</translation>
    </message>
    <message>
        <source>Layer %1, %2: &quot;%3&quot; holds a number that is too large for float32. Train the model in float32, and export it again.</source>
        <translation>Camada %1, %2: “%3” guarda um número grande demais para float32. Treine o modelo em float32 e exporte-o de novo.</translation>
    </message>
    <message>
        <source>Without a compiler, only models in integers that take rows can be put on the %1. Choose an int8 variant, or install the packages gcc-avr and avr-libc.</source>
        <translation>Sem um compilador, só modelos em inteiros que recebem linhas podem ir para a placa %1. Escolha uma variante int8 ou instale os pacotes gcc-avr e avr-libc.</translation>
    </message>
    <message>
        <source>The model is too large for the program that is prepared for the %1. Choose a smaller network, or install a compiler for this board.</source>
        <translation>O modelo é grande demais para o programa preparado para a placa %1. Escolha uma rede menor ou instale um compilador para esta placa.</translation>
    </message>
    <message>
        <source>The drive %1 does not take the file: %2. Plug the board in again and repeat the upload.</source>
        <translation>A unidade %1 não aceita o arquivo: %2. Conecte a placa de novo e repita a gravação.</translation>
    </message>
    <message>
        <source>The board runs %1 with version %2 of the protocol, and this program speaks version %3: flash the board again.</source>
        <translation>A placa roda %1 com a versão %2 do protocolo, e este programa fala a versão %3: grave a placa de novo.</translation>
    </message>
    <message>
        <source>The device printed nothing at any rate. Press its reset button, or look whether its program prints by itself.</source>
        <translation>O dispositivo não imprimiu nada com nenhuma taxa. Aperte o botão de reset dele, ou veja se o programa imprime por conta própria.</translation>
    </message>
    <message>
        <source>No rate from 9600 to 115200 baud gives whole lines of text: the best is %1 baud, where %2 % of %3 bytes are text.</source>
        <translation>Nenhuma taxa de 9600 a 115200 baud dá linhas inteiras de texto: a melhor é %1 baud, com %2 % de %3 bytes de texto.</translation>
    </message>
    <message>
        <source>%1 baud: there, %2 % of %3 bytes are text, in %4 whole lines.</source>
        <translation>%1 baud: com essa taxa, %2 % de %3 bytes são texto, em %4 linhas inteiras.</translation>
    </message>
    <message>
        <source>The table has the columns %1, and what was captured has %2. Rows can be added only where these are the same.</source>
        <translation>A tabela tem as colunas %1, e a captura tem %2. Só é possível acrescentar linhas quando são as mesmas.</translation>
    </message>
    <message>
        <source>Rows cannot be added to this table: it is not written in UTF-8, has no names in its first line, or holds more than one value in a cell.</source>
        <translation>Não é possível acrescentar linhas a esta tabela: ela não está em UTF-8, não tem nomes na primeira linha, ou tem mais de um valor em uma célula.</translation>
    </message>
    <message>
        <source>%1 is there already. Add to it, or choose another name.</source>
        <translation>%1 já existe. Acrescente a ele, ou escolha outro nome.</translation>
    </message>
    <message>
        <source>While the rows were added, another table was opened. Add them again.</source>
        <translation>Enquanto as linhas eram acrescentadas, outra tabela foi aberta. Acrescente-as de novo.</translation>
    </message>
    <message>
        <source>The board ran %1 before its line broke, and now it runs %2: flash it again, or choose the port of the right board.</source>
        <translation>A placa rodava %1 antes de a conexão cair e agora roda %2: grave-a de novo, ou escolha a porta da placa certa.</translation>
    </message>
    <message>
        <source>%1 is missing, without which nothing can be built for this board. It comes with the package %2: sudo apt install %2</source>
        <translation>Falta %1, sem o qual nada pode ser compilado para esta placa. Ele vem no pacote %2: sudo apt install %2</translation>
    </message>
    <message>
        <source>This is no whole Intel HEX file: line %1 is wrong. Copy the .hex that was built for this board.</source>
        <translation>Este não é um arquivo Intel HEX inteiro: a linha %1 está errada. Copie o .hex compilado para esta placa.</translation>
    </message>
    <message>
        <source>Line %1 holds data for address %2 (hexadecimal), where this board has no flash. Copy the .hex that was built for this board.</source>
        <translation>A linha %1 traz dados para o endereço %2 (hexadecimal), onde esta placa não tem flash. Copie o .hex compilado para esta placa.</translation>
    </message>
    <message>
        <source>The Intel HEX file ends too early. Copy it once more.</source>
        <translation>O arquivo Intel HEX termina cedo demais. Copie-o de novo.</translation>
    </message>
    <message>
        <source>%1 is missing, which emulates this board. It comes with the package %2: sudo apt install %2</source>
        <translation>Falta %1, que emula esta placa. Ele vem no pacote %2: sudo apt install %2</translation>
    </message>
    <message>
        <source>%1 is no program for this board. Copy the .hex that was built for it.</source>
        <translation>%1 não é um programa para esta placa. Copie o .hex compilado para ela.</translation>
    </message>
    <message>
        <source>The system gave no channel to %1: %2.</source>
        <translation>O sistema não abriu um canal para %1: %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be watched: %2.</source>
        <translation>Não é possível observar a pasta %1: %2.</translation>
    </message>
    <message>
        <source>The port %1 is in use by %2. Close its connection there, then try again.</source>
        <translation>A porta %1 está em uso por %2. Feche a conexão por lá e tente de novo.</translation>
    </message>
    <message>
        <source>%1 cannot be written: its disk is full (%2). Free some space there, or choose another place.</source>
        <translation>Não é possível gravar %1: o disco está cheio (%2). Libere espaço nele ou escolha outro lugar.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder %2 is not there any more. Bring it back (is its drive plugged in?), or choose another place.</source>
        <translation>Não é possível gravar %1: a pasta %2 não está mais lá. Traga-a de volta (a unidade está conectada?) ou escolha outro lugar.</translation>
    </message>
    <message>
        <source>%1 cannot be written: nothing may be put into the folder %2 (%3). Choose another place.</source>
        <translation>Não é possível gravar %1: nada pode ser colocado na pasta %2 (%3). Escolha outro lugar.</translation>
    </message>
    <message>
        <source>Nothing can be put into the folder %1. Make it one that you can write to.</source>
        <translation>Nada pode ser colocado na pasta %1. Permita a gravação nessa pasta.</translation>
    </message>
    <message>
        <source>Broto could not keep a copy of what is not saved yet. %1 Save the project yourself.</source>
        <translation>O Broto não conseguiu guardar uma cópia do que ainda não foi salvo. %1 Salve o projeto manualmente.</translation>
    </message>
    <message>
        <source>The copy could not be made: %1.</source>
        <translation>Não foi possível fazer a cópia: %1.</translation>
    </message>
    <message>
        <source>Projects that were not saved when Broto ended unexpectedly have been kept. They wait on the first page.</source>
        <translation>Projetos que não foram salvos quando o Broto foi encerrado inesperadamente foram guardados. Eles esperam na primeira página.</translation>
    </message>
    <message>
        <source>A project that Broto kept when it ended unexpectedly cannot be opened. %1 It lies in %2.</source>
        <translation>Um projeto que o Broto guardou ao ser encerrado inesperadamente não pode ser aberto. %1 Ele está em %2.</translation>
    </message>
    <message>
        <source>%1 was not saved when Broto ended unexpectedly. What was there at %2 has been kept.</source>
        <translation>%1 não foi salvo quando o Broto foi encerrado inesperadamente. O que havia em %2 foi guardado.</translation>
    </message>
    <message>
        <source>%1 was not saved when Broto ended unexpectedly. What was there at %2 has been kept; the file itself was written at %3.</source>
        <translation>%1 não foi salvo quando o Broto foi encerrado inesperadamente. O que havia em %2 foi guardado; o próprio arquivo foi gravado em %3.</translation>
    </message>
    <message>
        <source>A training is running, and would be lost. Stop it first, or let it come to its end.</source>
        <translation>Há um treino em andamento, que se perderia. Pare-o antes ou deixe-o terminar.</translation>
    </message>
    <message>
        <source>%1 is open in another window of Broto. If both save it, the last one wins.</source>
        <translation>%1 está aberto em outra janela do Broto. Se as duas o salvarem, vale a última.</translation>
    </message>
    <message>
        <source>%1 was not saved: another program has written it since it was opened here. Saving would replace what is there now.</source>
        <translation>%1 não foi salvo: outro programa gravou nele depois que foi aberto aqui. Salvar substituiria o que está lá agora.</translation>
    </message>
    <message>
        <source>%1 was not saved: it is open in another window of Broto. Saving would replace what is there now.</source>
        <translation>%1 não foi salvo: está aberto em outra janela do Broto. Salvar substituiria o que está lá agora.</translation>
    </message>
    <message>
        <source>%1 is as it was at %2, when Broto ended unexpectedly. Save it to keep it so.</source>
        <translation>%1 está como em %2, quando o Broto foi encerrado inesperadamente. Salve-o para que fique assim.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be names of pins such as &quot;A0&quot; or &quot;34&quot;. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria conter nomes de pinos como “A0” ou “34”. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>In the board description, &quot;%1&quot; should be at most 24. Correct the file.</source>
        <translation>Na descrição da placa, “%1” deveria ser no máximo 24. Corrija o arquivo.</translation>
    </message>
    <message>
        <source>The program on the board reads no pins: say which pin measures what, and flash the board again.</source>
        <translation>O programa na placa não lê nenhum pino: diga qual pino mede o quê e grave a placa de novo.</translation>
    </message>
    <message>
        <source>The %1 has no analog pin %2. It has these: %3.</source>
        <translation>A placa %1 não tem o pino analógico %2. Ela tem estes: %3.</translation>
    </message>
    <message>
        <source>No pin can be read for “%1”: the model takes nothing of that name. It takes these: %2.</source>
        <translation>Nenhum pino pode ser lido para “%1”: o modelo não recebe nada com esse nome. Ele recebe: %2.</translation>
    </message>
    <message>
        <source>No pin can be read for “%1”: it is a category, and a pin gives numbers. Choose a pin for a feature of numbers.</source>
        <translation>Nenhum pino pode ser lido para “%1”: é uma categoria, e um pino dá números. Escolha um pino para um atributo numérico.</translation>
    </message>
    <message>
        <source>Factor and offset of the pin %1 must be finite numbers. Correct them.</source>
        <translation>O fator e o offset do pino %1 precisam ser números finitos. Corrija-os.</translation>
    </message>
    <message>
        <source>Broto reads no pins of the %1. Leave them out, or choose another board.</source>
        <translation>O Broto não lê pinos da placa %1. Deixe-os de fora ou escolha outra placa.</translation>
    </message>
    <message>
        <source>“%1” has two pins, %2 and %3. Leave one of them out.</source>
        <translation>“%1” tem dois pinos, %2 e %3. Deixe um deles de fora.</translation>
    </message>
    <message>
        <source>The board refuses what it reads: no pin measures “%1”, and nothing stands for a missing value. Give it a pin, and flash the board again.</source>
        <translation>A placa recusa o que lê: nenhum pino mede “%1”, e nada substitui um valor ausente. Dê-lhe um pino e grave a placa de novo.</translation>
    </message>
    <message>
        <source>The %1 has no pins that sensors could be connected to. Those of the Uno, Nano and Mega have.</source>
        <translation>A placa %1 não tem pinos a que se possam ligar sensores. As virtuais Uno, Nano e Mega têm.</translation>
    </message>
    <message>
        <source>The column “%1” cannot be fed to a pin: it holds no volts. Correct the file, or leave the column out.</source>
        <translation>A coluna “%1” não pode alimentar um pino: ela não contém volts. Corrija o arquivo ou deixe a coluna de fora.</translation>
    </message>
    <message>
        <source>The core %1 is not installed, without which nothing can be built for this board; it is a download of up to %3 MB. Install it: arduino-cli core install %1%2</source>
        <translation>O core %1 não está instalado, e sem ele nada pode ser compilado para esta placa; é um download de até %3 MB. Instale-o: arduino-cli core install %1%2</translation>
    </message>
    <message>
        <source>The board refuses what it reads: “%1” is a category, which no pin gives, and nothing stands for a missing one. Leave it out of the features, and train again.</source>
        <translation>A placa recusa o que lê: “%1” é uma categoria, que nenhum pino dá, e nada substitui uma ausente. Deixe-a fora dos atributos e treine de novo.</translation>
    </message>
    <message>
        <source>There are no test rows: keep some of the rows for the test on the Data page.</source>
        <translation>Não há linhas de teste: reserve algumas linhas para o teste na página Dados.</translation>
    </message>
    <message>
        <source>The lesson %1 is not JSON.</source>
        <translation>A lição %1 não é JSON.</translation>
    </message>
    <message>
        <source>%1 of %2 windows identical</source>
        <translation>%1 de %2 janelas idênticas</translation>
    </message>
    <message>
        <source>%1 of %2 rows identical</source>
        <translation>%1 de %2 linhas idênticas</translation>
    </message>
    <message>
        <source>%1 instructions (%2 to %3): an emulator that knows no cycles</source>
        <translation>%1 instruções (%2 a %3): um emulador que não conta ciclos</translation>
    </message>
    <message>
        <source>%1 µs (%2 to %3), measured on the board</source>
        <translation>%1 µs (%2 a %3), medido na placa</translation>
    </message>
    <message>
        <source>It begins in the feature “%1” of the window.</source>
        <translation>Começa no atributo “%1” da janela.</translation>
    </message>
    <message>
        <source>It begins in layer %1, neuron %2.</source>
        <translation>Começa na camada %1, neurônio %2.</translation>
    </message>
    <message>
        <source>Check of the board</source>
        <translation>Conferência da placa</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Placa</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Against the workbench</source>
        <translation>Em relação à bancada</translation>
    </message>
    <message>
        <source>Time for one answer</source>
        <translation>Tempo de uma resposta</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>Primeira diferença</translation>
    </message>
    <message>
        <source>The variant has been made anew or deleted since the check.</source>
        <translation>A variante foi refeita ou excluída depois da conferência.</translation>
    </message>
    <message>
        <source>Weights as</source>
        <translation>Pesos em</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>IC 95 %</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudança</translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation>Respostas iguais</translation>
    </message>
    <message>
        <source>To its control</source>
        <translation>Ante o controle</translation>
    </message>
    <message>
        <source>The control is the same network after as much learning, without compression.</source>
        <translation>O controle é a mesma rede depois de aprender o mesmo tanto, sem compressão.</translation>
    </message>
    <message>
        <source>What they cost on %1 (estimates)</source>
        <translation>Quanto custam em %1 (estimativas)</translation>
    </message>
    <message>
        <source>Weights (B)</source>
        <translation>Pesos (B)</translation>
    </message>
    <message>
        <source>Flash (B)</source>
        <translation>Flash (B)</translation>
    </message>
    <message>
        <source>RAM (B)</source>
        <translation>RAM (B)</translation>
    </message>
    <message>
        <source>Time (µs)</source>
        <translation>Tempo (µs)</translation>
    </message>
    <message>
        <source>Energy (µJ)</source>
        <translation>Energia (µJ)</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Cabe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>Estimated, not measured, for one answer: they count the model and its code, not the program around it. The board (%1) has %2 bytes of flash and %3 of RAM.</source>
        <translation>Estimados, não medidos, para uma resposta: contam o modelo e o seu código, não o programa em volta. A placa (%1) tem %2 bytes de flash e %3 de RAM.</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulação</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>espaços</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lido como</translation>
    </message>
    <message>
        <source>%1, values apart by %2, decimal sign “%3”</source>
        <translation>%1, valores separados por %2, sinal decimal “%3”</translation>
    </message>
    <message>
        <source>File with the test rows</source>
        <translation>Arquivo com as linhas de teste</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausentes</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Desvio</translation>
    </message>
    <message>
        <source>Values: how many different ones there are. Deviation: root of the mean square distance from the mean.</source>
        <translation>Valores: quantos diferentes existem. Desvio: raiz da média dos quadrados das distâncias à média.</translation>
    </message>
    <message>
        <source>%1 more columns are not shown.</source>
        <translation>Outras %1 colunas não são mostradas.</translation>
    </message>
    <message>
        <source>windows of %1 readings of %2 columns, a new one every %3 readings, told by %4 features</source>
        <translation>janelas de %1 leituras de %2 colunas, uma nova a cada %3 leituras, descritas por %4 atributos</translation>
    </message>
    <message>
        <source>%1 readings a second</source>
        <translation>%1 leituras por segundo</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Janelas</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validação</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Teste</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>What is learned</source>
        <translation>O que se aprende</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Alvo</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarefa</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Atributos</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>What stands for missing values, and every scale, was found in the training rows alone.</source>
        <translation>O que fica no lugar dos valores ausentes e todas as escalas foram obtidos apenas das linhas de treino.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dados</translation>
    </message>
    <message>
        <source>Checks of the data</source>
        <translation>Verificações dos dados</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>O que foi encontrado</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>O que ajuda</translation>
    </message>
    <message>
        <source>Nothing was found that a training would suffer from.</source>
        <translation>Não foi encontrado nada que prejudicasse um treino.</translation>
    </message>
    <message>
        <source>Drawing of the network</source>
        <translation>Desenho da rede</translation>
    </message>
    <message>
        <source>inputs: %1</source>
        <translation>entradas: %1</translation>
    </message>
    <message>
        <source>outputs: %1</source>
        <translation>saídas: %1</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>normalização por lote</translation>
    </message>
    <message>
        <source>dropout %1</source>
        <translation>dropout %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Camada</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neurônios</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Ativação</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>No treino</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Saída</translation>
    </message>
    <message>
        <source>Hidden %1</source>
        <translation>Oculta %1</translation>
    </message>
    <message>
        <source>%1 parameters (weights and biases) in all, %2 multiplications for one answer.</source>
        <translation>%1 parâmetros (pesos e vieses) ao todo, %2 multiplicações para uma resposta.</translation>
    </message>
    <message>
        <source>Seed of the training</source>
        <translation>Semente do treino</translation>
    </message>
    <message>
        <source>Fingerprint of what was learned from</source>
        <translation>Impressão digital dos dados usados no treino</translation>
    </message>
    <message>
        <source>Instructions of the processor</source>
        <translation>Instruções do processador</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>How to repeat it</source>
        <translation>Como repetir</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Escrito por</translation>
    </message>
    <message>
        <source>Models made by</source>
        <translation>Modelos feitos por</translation>
    </message>
    <message>
        <source>Fingerprint of the table</source>
        <translation>Impressão digital da tabela</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Semente da divisão</translation>
    </message>
    <message>
        <source>Model “%1”</source>
        <translation>Modelo “%1”</translation>
    </message>
    <message>
        <source>The project file holds the table, the settings and the seed. The command “broto-cli verify” with that file trains the run again and compares every bit, on a processor with the same instructions.</source>
        <translation>O arquivo do projeto contém a tabela, os ajustes e a semente. O comando “broto-cli verify” com esse arquivo treina de novo e compara cada bit, em um processador com as mesmas instruções.</translation>
    </message>
    <message>
        <source>A board tells the number of the model that runs on it; the check compares it with the one above.</source>
        <translation>A placa informa o número do modelo que roda nela; a conferência o compara com o que está acima.</translation>
    </message>
    <message>
        <source>The data or their preparation have been changed since the network was trained: what stands here about the data is as they are now, what stands about the network as it was then.</source>
        <translation>Os dados ou o seu preparo mudaram desde o treino da rede: o que está aqui sobre os dados é como eles são agora; o que está sobre a rede, como era então.</translation>
    </message>
    <message>
        <source>There is nothing to report on yet. Open a table or a model first.</source>
        <translation>Ainda não há nada para relatar. Abra antes uma tabela ou um modelo.</translation>
    </message>
    <message>
        <source>Report on %1</source>
        <translation>Relatório de %1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>número</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sim ou não</translation>
    </message>
    <message>
        <source>category</source>
        <translation>categoria</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>identificador</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>which class a row is of (classification)</source>
        <translation>a que classe pertence uma linha (classificação)</translation>
    </message>
    <message>
        <source>a number (regression)</source>
        <translation>um número (regressão)</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>ao acaso</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>Glorot, uniform</source>
        <translation>Glorot, uniforme</translation>
    </message>
    <message>
        <source>Glorot, normal</source>
        <translation>Glorot, normal</translation>
    </message>
    <message>
        <source>He, uniform</source>
        <translation>He, uniforme</translation>
    </message>
    <message>
        <source>He, normal</source>
        <translation>He, normal</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Acurácia</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Acurácia balanceada</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>F1 macro</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Perda logarítmica</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Erro absoluto médio</translation>
    </message>
    <message>
        <source>Root mean square error</source>
        <translation>Raiz do erro quadrático médio</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>classe %1</translation>
    </message>
    <message>
        <source>Confusion matrix (%1)</source>
        <translation>Matriz de confusão (%1)</translation>
    </message>
    <message>
        <source>With %1 classes it is too wide for a page; the table below tells of each.</source>
        <translation>Com %1 classes ela é larga demais para uma página; a tabela abaixo fala de cada uma.</translation>
    </message>
    <message>
        <source>True class ↓ · answer →</source>
        <translation>Classe verdadeira ↓ · resposta →</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Revocação</translation>
    </message>
    <message>
        <source>Answers beside the truth (%1)</source>
        <translation>Respostas e valores reais (%1)</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>valor real</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>resposta</translation>
    </message>
    <message>
        <source>What is left: truth - answer</source>
        <translation>O que sobra: valor real - resposta</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>resíduo</translation>
    </message>
    <message>
        <source>Results of the network in float</source>
        <translation>Resultados da rede em float</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimento dos pesos</translation>
    </message>
    <message>
        <source>by the number of training rows</source>
        <translation>pelo número de linhas de treino</translation>
    </message>
    <message>
        <source>Epochs of warm-up</source>
        <translation>Épocas de aquecimento</translation>
    </message>
    <message>
        <source>Weights of the classes</source>
        <translation>Pesos das classes</translation>
    </message>
    <message>
        <source>balanced: a row counts the more the fewer its class has</source>
        <translation>balanceados: uma linha conta tanto mais quanto menos linhas a sua classe tem</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavização dos rótulos</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>Penalidade L1</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>Penalidade L2</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>Limite do gradiente</translation>
    </message>
    <message>
        <source>Patience in epochs</source>
        <translation>Paciência em épocas</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Treino</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>%1 run of %2 planned</source>
        <translation>%1 feitas de %2 planejadas</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Melhor época</translation>
    </message>
    <message>
        <source>%1: the weights are those after it</source>
        <translation>%1: os pesos são os de depois dela</translation>
    </message>
    <message>
        <source>Rows in a batch</source>
        <translation>Linhas por lote</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Otimizador</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa de aprendizado</translation>
    </message>
    <message>
        <source>Schedule of the learning rate</source>
        <translation>Variação da taxa de aprendizado</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perda</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Pesos iniciais</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>training</source>
        <translation>treino</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validação</translation>
    </message>
    <message>
        <source>best epoch: %1</source>
        <translation>melhor época: %1</translation>
    </message>
    <message>
        <source>Nothing has been trained yet.</source>
        <translation>Nada foi treinado ainda.</translation>
    </message>
    <message>
        <source>The network was trained by another program and imported.</source>
        <translation>A rede foi treinada por outro programa e importada.</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Perda por época</translation>
    </message>
    <message>
        <source>%1 by epoch</source>
        <translation>%1 por época</translation>
    </message>
    <message>
        <source>The training rows are judged while the network learns from them, the validation rows at the end of each epoch.</source>
        <translation>As linhas de treino são avaliadas enquanto a rede aprende com elas; as de validação, no fim de cada época.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Todos os treinos</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Camadas ocultas</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Taxa</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Melhor</translation>
    </message>
    <message>
        <source>* The run that this report and the variants are about.</source>
        <translation>* O treino de que tratam este relatório e as variantes.</translation>
    </message>
    <message>
        <source>The report was saved as %1.</source>
        <translation>O relatório foi salvo como %1.</translation>
    </message>
    <message>
        <source>All on the same %1 test rows, which chose nothing. In 95 of 100 test parts as large as this one the interval holds what all rows there could be would show. Changes are against the first variant.</source>
        <translation>Todas nas mesmas %1 linhas de teste, que não influenciaram nenhuma escolha. Em 95 de 100 partes de teste deste tamanho, o intervalo contém o que todas as linhas possíveis mostrariam. As mudanças são em relação à primeira variante.</translation>
    </message>
    <message>
        <source>The model takes windows of readings: what is kept here is what windows come to, and no rows of the table.</source>
        <translation>O modelo recebe janelas de leituras: aqui fica o resumo de cada janela, que não é linha da tabela.</translation>
    </message>
    <message>
        <source>The open table has no column “%1”, which the model has: open the table that it has learned from.</source>
        <translation>A tabela aberta não tem a coluna “%1”, que o modelo tem: abra a tabela com que ele aprendeu.</translation>
    </message>
    <message>
        <source>The table has the column “%1” too, which is no feature of the model: rows without it cannot be added.</source>
        <translation>A tabela tem também a coluna “%1”, que não é atributo do modelo: não dá para acrescentar linhas sem ela.</translation>
    </message>
    <message>
        <source>Say which “%1” the rows are.</source>
        <translation>Diga qual “%1” as linhas são.</translation>
    </message>
    <message>
        <source>Say which “%1” the rows have: a number with a decimal point.</source>
        <translation>Diga qual “%1” as linhas têm: um número com ponto decimal.</translation>
    </message>
    <message>
        <source>There is no table that the rows could be added to: open it on the Data page.</source>
        <translation>Não há tabela para receber as linhas: abra uma na página Dados.</translation>
    </message>
    <message>
        <source>arduino-cli is missing, which builds for this board. It comes with the Arduino IDE 2; or install arduino-cli, and name its folder in Help &gt; Programs.</source>
        <translation>Falta o arduino-cli, que compila para esta placa. Ele vem com o Arduino IDE 2; ou instale o arduino-cli e indique a pasta dele em Ajuda &gt; Programas.</translation>
    </message>
    <message>
        <source>A compression is running, and would be lost. Cancel it first, or let it come to its end.</source>
        <translation>Há uma compressão em andamento, que seria perdida. Cancele-a primeiro, ou deixe-a chegar ao fim.</translation>
    </message>
    <message>
        <source>The virtual %1 at %2 has stopped. Start it again.</source>
        <translation>A placa %1 virtual em %2 parou. Ligue-a de novo.</translation>
    </message>
    <message>
        <source>95 % interval of the change</source>
        <translation>IC 95 % da mudança</translation>
    </message>
    <message>
        <source>The board refuses to answer, because %1 is missing; the workbench answers %2.</source>
        <translation>A placa se recusa a responder, porque falta %1; a bancada responde %2.</translation>
    </message>
    <message>
        <source>The workbench refuses to answer, because %1 is missing; the board answers %2.</source>
        <translation>A bancada se recusa a responder, porque falta %1; a placa responde %2.</translation>
    </message>
    <message>
        <source>The board refuses to answer because %1 is missing, the workbench because %2 is.</source>
        <translation>A placa se recusa a responder porque falta %1, e a bancada porque falta %2.</translation>
    </message>
    <message>
        <source>At the output “%1” the workbench has %2 and the board %3.</source>
        <translation>Na saída “%1”, a bancada tem %2 e a placa tem %3.</translation>
    </message>
    <message>
        <source>%1 windows the same but for rounding (%2 at most)</source>
        <translation>%1 janelas iguais, a menos do arredondamento (%2 no máximo)</translation>
    </message>
    <message>
        <source>%1 rows the same but for rounding (%2 at most)</source>
        <translation>%1 linhas iguais, a menos do arredondamento (%2 no máximo)</translation>
    </message>
    <message>
        <source>%1 windows differ by up to %2, which is more than rounding does</source>
        <translation>%1 janelas diferem em até %2, mais do que o arredondamento explica</translation>
    </message>
    <message>
        <source>%1 rows differ by up to %2, which is more than rounding does</source>
        <translation>%1 linhas diferem em até %2, mais do que o arredondamento explica</translation>
    </message>
    <message>
        <source>The first difference is in window %1.</source>
        <translation>A primeira diferença está na janela %1.</translation>
    </message>
    <message>
        <source>The first difference is in row %1.</source>
        <translation>A primeira diferença está na linha %1.</translation>
    </message>
    <message>
        <source>The outputs differ by %1, which is more than rounding does.</source>
        <translation>As saídas diferem em %1, mais do que o arredondamento explica.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignorada</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>integer</source>
        <translation>inteiro</translation>
    </message>
    <message>
        <source>date or time</source>
        <translation>data ou hora</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>padronizada</translation>
    </message>
    <message>
        <source>min-max</source>
        <translation>mín-máx</translation>
    </message>
    <message>
        <source>robust</source>
        <translation>robusta</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>classes in proportion</source>
        <translation>classes em proporção</translation>
    </message>
    <message>
        <source>by group</source>
        <translation>por grupo</translation>
    </message>
    <message>
        <source>by time</source>
        <translation>por tempo</translation>
    </message>
    <message>
        <source>as a column says</source>
        <translation>como diz uma coluna</translation>
    </message>
    <message>
        <source>test rows from a file</source>
        <translation>teste de outro arquivo</translation>
    </message>
    <message>
        <source>in folds</source>
        <translation>em dobras</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Three steps</source>
        <translation>Três degraus</translation>
    </message>
    <message>
        <source>Smooth fall</source>
        <translation>Queda suave</translation>
    </message>
    <message>
        <source>When it stalls</source>
        <translation>Quando estagna</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>Entropia cruzada</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Entropia cruzada binária</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>Erro quadrático</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>Erro absoluto</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoide</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>Hard sigmoid</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>Hard swish</translation>
    </message>
    <message>
        <source>The file has %1 columns, and sensors can be connected to %2 pins of this virtual board. Name the columns A0, A1 and so on, or leave some out.</source>
        <translation>O arquivo tem %1 colunas, e há sensores para %2 pinos desta placa virtual. Dê às colunas os nomes A0, A1 e assim por diante, ou deixe algumas de fora.</translation>
    </message>
    <message>
        <source>The column “%1” cannot be fed to a pin: this virtual board has the pins %2 to %3. Give the column another name, or leave it out.</source>
        <translation>A coluna “%1” não pode ser ligada a um pino: esta placa virtual tem os pinos %2 a %3. Dê outro nome à coluna, ou deixe-a de fora.</translation>
    </message>
    <message>
        <source>%1 was changed by another program while it was being saved. Nothing of it was replaced: save under another name, or try again.</source>
        <translation>%1 foi alterado por outro programa enquanto era salvo. Nada nele foi substituído: salve com outro nome ou tente de novo.</translation>
    </message>
    <message>
        <source>%1 is not read: it is larger than the %2 MiB that such a file may have. Choose another one, or remove it.</source>
        <translation>%1 não foi lido: é maior que os %2 MiB que um arquivo desses pode ter. Escolha outro, ou remova-o.</translation>
    </message>
    <message>
        <source>The table %1 was changed or cut short by another program after it was opened, and a project is saved with what it learned from. Write what the file held back into it, from another copy, and save again; leave Broto open until then.</source>
        <translation>A tabela %1 foi alterada ou cortada por outro programa depois de aberta, e um projeto é salvo com aquilo de que aprendeu. Escreva de volta no arquivo o que ele continha, a partir de outra cópia, e salve de novo; deixe o Broto aberto até lá.</translation>
    </message>
    <message>
        <source>Class “%1” has %2 rows and “%3” only %4: to answer “%1” every time is right in %5 % of the rows. Judge by each class, or gather more rows.</source>
        <translation>A classe “%1” tem %2 linhas e “%3” apenas %4: responder sempre “%1” acerta em %5 % das linhas. Avalie cada classe, ou colete mais linhas.</translation>
    </message>
    <message>
        <source>“%1” holds %2 in %3 rows, far from its other values (%4 to %5): it looks like a sign of a missing value.</source>
        <translation>“%1” contém %2 em %3 linhas, longe de seus outros valores (%4 a %5): parece um sinal de valor ausente.</translation>
    </message>
    <message>
        <source>The values of “%1” differ little for their size: of the seven digits that a network computes with, the last two at most tell them apart. Subtract a constant, such as %2, from the column in the file.</source>
        <translation>Os valores de “%1” diferem pouco para o seu tamanho: dos sete algarismos com que uma rede calcula, no máximo os dois últimos os distinguem. Subtraia da coluna, no arquivo, uma constante, por exemplo %2.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; cannot be a feature: its values differ too little for their size, and a network computes with seven digits. Subtract a constant, such as %2, from the column in the file, or ignore it.</source>
        <translation>A coluna &quot;%1&quot; não pode ser um atributo: os seus valores diferem pouco demais para o seu tamanho, e uma rede calcula com sete algarismos. Subtraia da coluna, no arquivo, uma constante, por exemplo %2, ou ignore-a.</translation>
    </message>
    <message>
        <source>Texts with more than %2 values cannot be features. To learn to tell such texts apart, make their column the target. Ignored: %1.</source>
        <translation>Textos com mais de %2 valores não podem ser atributos. Para aprender a distinguir esses textos, faça da coluna deles o alvo. Colunas ignoradas: %1.</translation>
    </message>
    <message>
        <source>Texts that hardly ever come again, or have more than %3 values, cannot be learned from. Ignored: %1.</source>
        <translation>Não se pode aprender com textos que quase nunca se repetem ou que têm mais de %3 valores. Colunas ignoradas: %1.</translation>
    </message>
    <message>
        <source>The values of &quot;%1&quot; differ too little for their size, and a network computes with seven digits: the column is ignored. To learn from it, subtract a constant, such as %2, from it in the file.</source>
        <translation>Os valores de &quot;%1&quot; diferem pouco demais para o seu tamanho, e uma rede calcula com sete algarismos: a coluna é ignorada. Para aprender com ela, subtraia dela, no arquivo, uma constante, por exemplo %2.</translation>
    </message>
    <message>
        <source>One column alone gives away “%1”: %2. If it is computed from the target, or is not known when the model has to answer, the result deceives.</source>
        <translation>Uma só coluna entrega “%1”: %2. Se ela é calculada a partir do alvo, ou não é conhecida quando o modelo precisa responder, o resultado engana.</translation>
    </message>
    <message>
        <source>Each of these columns alone gives away “%1”: %2. If they are computed from the target, or are not known when the model has to answer, the result deceives.</source>
        <translation>Cada uma destas colunas, sozinha, entrega “%1”: %2. Se elas são calculadas a partir do alvo, ou não são conhecidas quando o modelo precisa responder, o resultado engana.</translation>
    </message>
    <message>
        <source>The model needs numbers in the column &quot;%1&quot;, and row %2 holds the text &quot;%3&quot;. Correct it, or leave the cell empty.</source>
        <translation>O modelo precisa de números na coluna &quot;%1&quot;, e a linha %2 contém o texto &quot;%3&quot;. Corrija-o ou deixe a célula vazia.</translation>
    </message>
    <message>
        <source>The split does not keep the rows of one group together: “%1”.</source>
        <translation>A divisão não mantém juntas as linhas de um mesmo grupo: “%1”.</translation>
    </message>
    <message>
        <source>“%1” seems to say which rows belong together. To judge the network on new ones, keep each of them in one part of the split.</source>
        <translation>“%1” parece dizer quais linhas pertencem ao mesmo grupo. Para avaliar a rede em grupos novos, mantenha cada um deles em uma só parte da divisão.</translation>
    </message>
    <message>
        <source>The target column &quot;%1&quot; cannot be learned: its values differ too little for their size, and a network computes with seven digits. Subtract a constant, such as %2, from the column in the file.</source>
        <translation>A coluna-alvo &quot;%1&quot; não pode ser aprendida: os seus valores diferem pouco demais para o seu tamanho, e uma rede calcula com sete algarismos. Subtraia da coluna, no arquivo, uma constante, por exemplo %2.</translation>
    </message>
</context>
</TS>
