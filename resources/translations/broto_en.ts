<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>broto::ui::DataPage</name>
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
    <name>broto::ui::DevicePage</name>
    <message numerus="yes">
        <source>%Ln row(s) compared</source>
        <translation>
            <numerusform>%Ln row compared</numerusform>
            <numerusform>%Ln rows compared</numerusform>
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
</TS>
