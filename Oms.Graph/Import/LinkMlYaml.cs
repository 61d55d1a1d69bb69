using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Refusals;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Oms.Graph.Import;

/// <summary>
/// Builds the values of one YAML document from its events, without recursion. Depth and the number of values are bounded; what an alias
/// repeats counts again each time, so that a few aliases of aliases can not stand for more than a file may hold.
/// </summary>
internal sealed class LinkMlYaml(string file, IParser events)
{
    /// <summary>Values within values.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Values of one file, those that aliases repeat counted each time.</summary>
    internal const int MaxNodes = 2_000_000;

    private readonly Stack<Level> open = [];
    private readonly Dictionary<string, (LinkMlNode Node, int Size)> anchors = [];
    private LinkMlNode? root;
    private int nodes;
    private ImportFileInvalid? refused;

    /// <summary>Reads the one document there is.</summary>
    /// <exception cref="YamlException">The text is no YAML.</exception>
    internal Result<LinkMlFile> Read()
    {
        while (refused is null && Next())
            Take(events.Current!);
        return refused is null ? Whole() : refused;
    }

    // The library tells most of what is no YAML by YamlException, but in some corners, such as a plain text cut off by a sign of flow style
    // or an escape beyond Unicode, it throws what it runs into.
    private bool Next()
    {
        try
        {
            return events.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            refused = new ImportFileInvalid(file, (int?)events.Current?.End.Line, "this is no YAML from here on");
            return false;
        }
    }

    private Result<LinkMlFile> Whole() => root switch
    {
        LinkMlMapping mapping => new LinkMlFile(file, mapping),
        null => new ImportFileInvalid(file, null, "the file is empty"),
        _ => new ImportFileInvalid(file, root.Line, "a LinkML schema is a mapping of keys to values; this is none"),
    };

    private void Take(ParsingEvent now)
    {
        switch (now)
        {
            case DocumentStart when root is not null:
                Refuse(now, "a second document starts here; a file holds one schema");
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
            case Scalar scalar:
                var value = new LinkMlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Line(now));
                Name(scalar.Anchor, value, 1);
                Close(value, 1);
                break;
            case MappingStart or SequenceStart when open.Count == MaxDepth:
                Refuse(now, $"values stand within values more than {MaxDepth} deep");
                break;
            case MappingStart start:
                open.Push(new Level(Line(now), start.Anchor, nodes, []));
                break;
            case SequenceStart start:
                open.Push(new Level(Line(now), start.Anchor, nodes, null));
                break;
            case MappingEnd or SequenceEnd:
                TakeEnd(open.Pop());
                break;
        }
    }

    private void TakeAlias(AnchorAlias alias)
    {
        if (anchors.TryGetValue(alias.Value.Value, out var known))
            Close(known.Node, known.Size);
        else
            Refuse(alias, $"the alias '*{alias.Value}' refers to nothing before it");
    }

    // The parts of a mapping or list are counted already, one by one.
    private void TakeEnd(Level level)
    {
        var node = level.Node();
        Name(level.Anchor, node, nodes - level.NodesBefore + 1);
        Close(node, 1);
    }

    private void Name(AnchorName anchor, LinkMlNode node, int size)
    {
        if (!anchor.IsEmpty)
            anchors[anchor.Value] = (node, size);
    }

    private void Close(LinkMlNode node, int size)
    {
        nodes += size;
        if (nodes > MaxNodes)
            Refuse(events.Current!, $"a file has at most {MaxNodes} values, what aliases repeat counted each time");
        else if (open.TryPeek(out var level))
            Put(level, node);
        else
            root = node;
    }

    private void Put(Level level, LinkMlNode node)
    {
        if (level.Keys is null)
            level.Items.Add(node);
        else if (level.Key is { } key)
        {
            level.Entries.Add(new LinkMlEntry(key.Text, node, key.Line));
            level.Key = null;
        }
        else if (node is not LinkMlScalar scalar)
            Refuse(events.Current!, "a key is a list or a mapping; a text is needed");
        else if (!level.Keys.Add(scalar.Text))
            Refuse(events.Current!, $"the key '{Shortened(scalar.Text)}' stands here a second time");
        else
            level.Key = scalar;
    }

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private void Refuse(ParsingEvent at, string what) => refused = new ImportFileInvalid(file, Line(at), what);

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private sealed class Level(int line, AnchorName anchor, int nodesBefore, HashSet<string>? keys)
    {
        internal AnchorName Anchor { get; } = anchor;

        internal int NodesBefore { get; } = nodesBefore;

        internal HashSet<string>? Keys { get; } = keys;

        internal ImmutableArray<LinkMlNode>.Builder Items { get; } = ImmutableArray.CreateBuilder<LinkMlNode>();

        internal ImmutableArray<LinkMlEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<LinkMlEntry>();

        internal LinkMlScalar? Key { get; set; }

        internal LinkMlNode Node() => Keys is null ? new LinkMlSequence(Items.ToImmutable(), line) : new LinkMlMapping(Entries.ToImmutable(), line);
    }
}
