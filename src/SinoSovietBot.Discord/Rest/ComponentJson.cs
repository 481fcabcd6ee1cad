using System.Collections.Immutable;
using System.Text.Json;
using SinoSovietBot.Discord.Model;

namespace SinoSovietBot.Discord.Rest;

/// <summary>Writes buttons, menus and forms.</summary>
internal static class ComponentJson
{
    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int SelectType = 3;
    private const int TextInputType = 4;
    private const int LabelType = 18;

    public static void WriteRows(Utf8JsonWriter json, ImmutableArray<ActionRow> rows)
    {
        json.WriteStartArray("components"u8);
        foreach (ActionRow row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, RowType);
            json.WriteStartArray("components"u8);
            foreach (Component component in row.Components) WriteComponent(json, component);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The data of a callback that opens <paramref name="form"/>.</summary>
    public static void WriteForm(Utf8JsonWriter json, Form form)
    {
        json.WriteString("custom_id"u8, form.CustomId);
        json.WriteString("title"u8, form.Title);
        json.WriteStartArray("components"u8);
        foreach (FormField field in form.Fields)
        {
            json.WriteStartObject();
            json.WriteNumber("type"u8, LabelType);
            json.WriteString("label"u8, field.Label);
            if (field.Description is not null) json.WriteString("description"u8, field.Description);
            json.WriteStartObject("component"u8);
            WriteField(json, field);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComponent(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        if (component is Button button) WriteButton(json, button);
        else if (component is StringSelect select) WriteSelect(json, select);
        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, Button button)
    {
        json.WriteNumber("type"u8, ButtonType);
        json.WriteNumber("style"u8, (int)button.Style);
        if (button.Label.Length > 0) json.WriteString("label"u8, button.Label);
        json.WriteString("custom_id"u8, button.CustomId);
        if (button.Emoji is not null)
        {
            json.WriteStartObject("emoji"u8);
            json.WriteString("name"u8, button.Emoji);
            json.WriteEndObject();
        }

        if (button.Disabled) json.WriteBoolean("disabled"u8, true);
    }

    private static void WriteSelect(Utf8JsonWriter json, StringSelect select)
    {
        json.WriteNumber("type"u8, SelectType);
        json.WriteString("custom_id"u8, select.CustomId);
        WriteOptions(json, select.Options);
        if (select.Placeholder is not null) json.WriteString("placeholder"u8, select.Placeholder);
        json.WriteNumber("min_values"u8, select.MinValues);
        json.WriteNumber("max_values"u8, select.MaxValues);
        if (select.Disabled) json.WriteBoolean("disabled"u8, true);
    }

    private static void WriteField(Utf8JsonWriter json, FormField field)
    {
        if (field is TextField text) WriteTextInput(json, text);
        else if (field is SelectField select)
        {
            json.WriteNumber("type"u8, SelectType);
            json.WriteString("custom_id"u8, select.CustomId);
            WriteOptions(json, select.Options);
            if (select.Placeholder is not null) json.WriteString("placeholder"u8, select.Placeholder);
            if (!select.Required) json.WriteNumber("min_values"u8, 0);
            json.WriteBoolean("required"u8, select.Required);
        }
    }

    private static void WriteTextInput(Utf8JsonWriter json, TextField text)
    {
        json.WriteNumber("type"u8, TextInputType);
        json.WriteString("custom_id"u8, text.CustomId);
        json.WriteNumber("style"u8, text.Paragraph ? 2 : 1);
        if (text.MinLength is { } min) json.WriteNumber("min_length"u8, min);
        if (text.MaxLength is { } max) json.WriteNumber("max_length"u8, max);
        json.WriteBoolean("required"u8, text.Required);
        if (text.Value is not null) json.WriteString("value"u8, text.Value);
        if (text.Placeholder is not null) json.WriteString("placeholder"u8, text.Placeholder);
    }

    private static void WriteOptions(Utf8JsonWriter json, ImmutableArray<SelectOption> options)
    {
        json.WriteStartArray("options"u8);
        foreach (SelectOption option in options)
        {
            json.WriteStartObject();
            json.WriteString("label"u8, option.Label);
            json.WriteString("value"u8, option.Value);
            if (option.Description is not null) json.WriteString("description"u8, option.Description);
            if (option.Default) json.WriteBoolean("default"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
