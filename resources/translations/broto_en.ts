<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LossQuestions</name>
    <message numerus="yes">
        <source>%Ln captured row(s) are not kept anywhere yet.</source>
        <translation>
            <numerusform>%Ln captured row is not kept anywhere yet.</numerusform>
            <numerusform>%Ln captured rows are not kept anywhere yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::BudgetBar</name>
    <message numerus="yes">
        <source>&lt;b&gt;%1&lt;/b&gt; · %Ln parameter(s)</source>
        <translation>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; · %Ln parameter</numerusform>
            <numerusform>&lt;b&gt;%1&lt;/b&gt; · %Ln parameters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::CaptureView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) without such numbers passed over</source>
        <translation>
            <numerusform>%Ln line without such numbers passed over</numerusform>
            <numerusform>%Ln lines without such numbers passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) came in %1, none with the numbers of a row: look at them in the Monitor.</source>
        <translation>
            <numerusform>%Ln line came in %1, without the numbers of a row: look at it in the Monitor.</numerusform>
            <numerusform>%Ln lines came in %1, none with the numbers of a row: look at them in the Monitor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ChecksNote</name>
    <message numerus="yes">
        <source>%Ln thing(s) about the data may make the result deceive.</source>
        <translation>
            <numerusform>%Ln thing about the data may make the result deceive.</numerusform>
            <numerusform>%Ln things about the data may make the result deceive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ClassScoresModel</name>
    <message numerus="yes">
        <source>%1: %Ln row(s)</source>
        <translation>
            <numerusform>%1: %Ln row</numerusform>
            <numerusform>%1: %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln more line(s)</source>
        <translation>
            <numerusform>… %Ln more line</numerusform>
            <numerusform>… %Ln more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ColumnCard</name>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ColumnFacts</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::CompressPage</name>
    <message numerus="yes">
        <source>Compress in %n ways</source>
        <translation>
            <numerusform>Compress in %n way</numerusform>
            <numerusform>Compress in %n ways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::CorrelationView</name>
    <message numerus="yes">
        <source>%Ln more column(s) found no place here.</source>
        <translation>
            <numerusform>%Ln more column found no place here.</numerusform>
            <numerusform>%Ln more columns found no place here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::DistributionPlot</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::FlashSteps</name>
    <message numerus="yes">
        <source>%Ln row(s) compared</source>
        <translation>
            <numerusform>%Ln row compared</numerusform>
            <numerusform>%Ln rows compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::FoldsView</name>
    <message numerus="yes">
        <source>%1 on the test rows of %n fold(s): %2 ± %3 (mean and deviation)</source>
        <translation>
            <numerusform>%1 on the test rows of %n fold: %2 ± %3 (mean and deviation)</numerusform>
            <numerusform>%1 on the test rows of %n folds: %2 ± %3 (mean and deviation)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::InsideView</name>
    <message numerus="yes">
        <source>Layer %1, %n neurons</source>
        <translation>
            <numerusform>Layer %1, %n neuron</numerusform>
            <numerusform>Layer %1, %n neurons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Output layer, %n neurons</source>
        <translation>
            <numerusform>Output layer, %n neuron</numerusform>
            <numerusform>Output layer, %n neurons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on %n rows</source>
        <translation>
            <numerusform>on %n row</numerusform>
            <numerusform>on %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::LessonPanel</name>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::MessageStack</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::NetworkView</name>
    <message numerus="yes">
        <source>%Ln input(s)</source>
        <translation>
            <numerusform>%Ln input</numerusform>
            <numerusform>%Ln inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s)</source>
        <translation>
            <numerusform>%Ln output</numerusform>
            <numerusform>%Ln outputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ReadingPopup</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::RecoveryList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ScatterView</name>
    <message numerus="yes">
        <source>Shown are %1 of %Ln row(s), evenly spread.</source>
        <translation>
            <numerusform>Shown are %1 of %Ln row.</numerusform>
            <numerusform>Shown are %1 of %Ln rows, evenly spread.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::SeenPanel</name>
    <message numerus="yes">
        <source>%1 %2 on %Ln test row(s)</source>
        <translation>
            <numerusform>%1 %2 on %Ln test row</numerusform>
            <numerusform>%1 %2 on %Ln test rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::SensorSource</name>
    <message numerus="yes">
        <source>%Ln reading(s) until the next answer</source>
        <translation>
            <numerusform>%Ln reading until the next answer</numerusform>
            <numerusform>%Ln readings until the next answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reading(s) of the pins</source>
        <translation>
            <numerusform>%Ln reading of the pins</numerusform>
            <numerusform>%Ln readings of the pins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to the table.</source>
        <translation>
            <numerusform>%Ln row was added to the table.</numerusform>
            <numerusform>%Ln rows were added to the table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln row(s)</source>
        <translation>
            <numerusform>Add %Ln row</numerusform>
            <numerusform>Add %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::SerialPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1, which has %2 now.</source>
        <translation>
            <numerusform>%Ln row was added to %1, which has %2 now.</numerusform>
            <numerusform>%Ln rows were added to %1, which has %2 now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were added to %1.</source>
        <translation>
            <numerusform>%Ln row was added to %1.</numerusform>
            <numerusform>%Ln rows were added to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln row was saved as %1.</numerusform>
            <numerusform>%Ln rows were saved as %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::StageRail</name>
    <message numerus="yes">
        <source>%Ln thing(s) to look at before training</source>
        <translation>
            <numerusform>%Ln thing to look at before training</numerusform>
            <numerusform>%Ln things to look at before training</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::TableView</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::TargetRow</name>
    <message numerus="yes">
        <source>%Ln number(s)</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sensor(s)</source>
        <translation>
            <numerusform>%Ln sensor</numerusform>
            <numerusform>%Ln sensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln feature</numerusform>
            <numerusform>%Ln features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln category(s)</source>
        <translation>
            <numerusform>%1 has %Ln category</numerusform>
            <numerusform>%1 has %Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The network tells %Ln class(es) apart.</source>
        <translation>
            <numerusform>The network tells %Ln class apart.</numerusform>
            <numerusform>The network tells %Ln classes apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::ToolPanel</name>
    <message numerus="yes">
        <source>for %Ln board(s)</source>
        <translation>
            <numerusform>for %Ln board</numerusform>
            <numerusform>for %Ln boards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::UnderstoodLine</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::VariantsModel</name>
    <message numerus="yes">
        <source>The float network reaches %1 after %n more epochs.</source>
        <translation>
            <numerusform>The float network reaches %1 after %n more epoch.</numerusform>
            <numerusform>The float network reaches %1 after %n more epochs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>broto::ui::WindowsPanel</name>
    <message numerus="yes">
        <source>These rows look like a stream of readings. There would be %Ln window(s).</source>
        <translation>
            <numerusform>These rows look like a stream of readings. There would be %Ln window.</numerusform>
            <numerusform>These rows look like a stream of readings. There would be %Ln windows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) of %1 readings: %2 for training, %3 for validation, %4 for the test.</source>
        <translation>
            <numerusform>%Ln window of %1 readings: %2 for training, %3 for validation, %4 for the test.</numerusform>
            <numerusform>%Ln windows of %1 readings: %2 for training, %3 for validation, %4 for the test.</numerusform>
        </translation>
    </message>
</context>
</TS>
