using System.Text;

namespace Oms.Engine.Tests.Differential;

/// <summary>A document whose fields crowd under a few response names, through fragments that may form circles: nearly always a conflict.</summary>
internal sealed class CrowdedDocument(Random random)
{
    public const string Schema = """
        type Query { a: Node b: Node c: Leaf d(x: Int): Node }
        interface Node { a: Node b: Node c: Leaf d(x: Int): Node n: Int }
        interface Other { c: Leaf n: Int }
        type One implements Node & Other { a: Node b: One c: Leaf d(x: Int): Node n: Int p: Int! q: [Int] }
        type Two implements Node { a: Two b: Node c: Leaf d(x: Int): Node n: Int p: Int q: [Int!] }
        type Leaf { n: Int p: String q: [Int] }
        union Both = One | Two
        """;

    private static readonly string[] Types = ["Node", "One", "Two", "Both", "Leaf", "Other", "Query"];
    private static readonly string[] Names = ["a", "b", "c", "n", "p"];
    private readonly int _density = random.Next(1, 5);

    public string Make()
    {
        var text = new StringBuilder($"{{{Selections(4)}}}");
        for (var i = random.Next(5); i > 0; i--)
            text.Append($"\nfragment F{i} on {Types[random.Next(Types.Length)]} {{{Selections(3)}}}");
        return text.ToString();
    }

    private string Selections(int depth) => string.Join("\n", Enumerable.Range(0, random.Next(1, 2 + _density)).Select(_ => Selection(depth)));

    private string Selection(int depth) => random.Next(10) switch
    {
        0 or 1 => $"...F{random.Next(1, 5)}",
        2 when depth > 0 => $"... on {Types[random.Next(Types.Length)]} {{{Selections(depth - 1)}}}",
        3 when depth > 0 => $"... {{{Selections(depth - 1)}}}",
        _ => Field(depth),
    };

    private string Field(int depth)
    {
        var alias = random.Next(3) == 0 ? Names[random.Next(Names.Length)] + ": " : "";
        var name = depth > 0 ? random.Next(5) switch { 0 => "a", 1 => "b", 2 => "c", 3 => $"d(x: {random.Next(2)})", _ => "n" } : random.Next(2) == 0 ? "n" : "q";
        return name is "n" or "q" ? alias + name : $"{alias}{name} {{{Selections(depth - 1)}}}";
    }
}
