using System.CommandLine;
using System.Text.Json;

namespace Oms.Graph.CommandLine;

/// <summary><c>show</c>: an element as it is, or as it was at a commit or a moment.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Element = new("NAME") { Description = "The name or the stable id of the element." };
    private static readonly Option<string> At = new("--at") { Description = $"The version: {Reference.Explained}.", DefaultValueFactory = _ => "main", HelpName = "REF|TIME" };
    private static readonly Option<string> Format = new("--format") { Description = "How to tell: text or json.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    static ShowCommand() => Format.AcceptOnlyFromAmong("text", "json");

    /// <summary>The command.</summary>
    internal static Command Make()
    {
        var command = new Command("show", "Shows an element as it is, or as it was.") { Element, At, Format };
        command.SetAction((parsed, cancellationToken) => RegistryCommand.RunAsync(parsed, RunAsync, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RegistrySession registry, ParseResult parsed, CancellationToken cancellationToken)
    {
        var version = await Reference.ReadAsync(registry, parsed.GetValue(At)!, cancellationToken);
        var found = await ElementLookup.FindAsync(registry, version, parsed.GetValue(Element)!, cancellationToken);
        if (parsed.GetValue(Format) == "json")
            JsonOutput.Write(found);
        else
            foreach (var element in found)
                Print(element);
        return ExitCode.Done;
    }

    private static void Print(JsonElement element)
    {
        var terminal = Terminal.Output;
        terminal.Line($"{terminal.In("bold", $"{Kind(element)} {Text(element, "name")}")}  {terminal.In("dim", Text(element, "stableId"))}");
        Field(terminal, "namespace", Text(element, "namespace"));
        Field(terminal, "status", Text(element, "status").ToLowerInvariant());
        Field(terminal, "about", Text(element, "description"));
        Field(terminal, "hash", Text(element, "hash"));
        if (element.GetProperty("history").GetProperty("nodes").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } last)
            Field(terminal, "changed", $"{last.GetProperty("time").GetDateTimeOffset():yyyy-MM-dd HH:mm} by {Text(last, "author")} in {Text(last, "shortHash")}: {Text(last, "message")}");
        var members = element.GetProperty("members").EnumerateArray().ToList();
        var width = members.Select(m => Text(m, "name").Length).DefaultIfEmpty(0).Max();
        foreach (var member in members)
            terminal.Line($"  {Text(member, "name").PadRight(width)}  {terminal.In("cyan", TypeOf(member))}{Marks(member)}");
    }

    private static void Field(Terminal terminal, string name, string text)
    {
        if (text.Length > 0)
            terminal.Line($"  {terminal.In("dim", $"{name,-10}")}{text}");
    }

    private static string TypeOf(JsonElement member) =>
        member.TryGetProperty("type", out var type) ? Text(type, "text") : Text(member, "__typename") == "LinkEnd" ? "link end" : "required link";

    private static string Marks(JsonElement member)
    {
        var marks = new List<string>();
        if (member.TryGetProperty("isPrimaryKey", out var key) && key.GetBoolean())
            marks.Add("primary key");
        if (member.TryGetProperty("isRequired", out var required) && required.GetBoolean())
            marks.Add("required");
        if (Text(member, "status") is var status and not "ACTIVE")
            marks.Add(status.ToLowerInvariant());
        return marks.Count == 0 ? string.Empty : $"  ({string.Join(", ", marks)})";
    }

    private static string Kind(JsonElement element) => Text(element, "kind").Replace('_', ' ').ToLowerInvariant();

    private static string Text(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? Terminal.Clean(text.GetString()!) : string.Empty;
}
