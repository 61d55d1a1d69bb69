using System.Text;

namespace Oms.Engine.Tests.Differential;

/// <summary>A document made by chance for a generated schema: nearly always valid, with fragments, variables, aliases and directives.</summary>
internal sealed class GeneratedDocument
{
    private readonly GeneratedSchema _schema;
    private readonly Random _random;
    private readonly List<Fragment> _fragments = [];
    private readonly Dictionary<string, TypeReference> _variables = new(StringComparer.Ordinal);
    private Fragment _current;
    private readonly bool _isIncremental;
    private int _aliases;
    private int _labels;

    public GeneratedDocument(GeneratedSchema schema, Random random, bool isIncremental = false)
    {
        _isIncremental = isIncremental;
        _schema = schema;
        _random = random;
        _current = new Fragment("", "");
        AddFragments();
        var operation = Operation();
        var text = new StringBuilder();
        foreach (var fragment in _fragments.Where(fragment => _current.Reached.Contains(fragment)))
            text.Append(fragment.Text).Append(NewLine());
        Text = random.Next(2) == 0 ? text.ToString() + operation : operation + NewLine() + text;
    }

    public string Text { get; }

    /// <summary>The variables the operation declares, with their types.</summary>
    public IReadOnlyDictionary<string, TypeReference> Variables => _current.Variables.ToDictionary(name => name, name => _variables[name]);

    /// <summary>The type of the operation's root.</summary>
    public string Root { get; private set; } = "Query";

    private void AddFragments()
    {
        var composites = _schema.Composites.ToArray();
        for (var i = _random.Next(4); i > 0; i--)
        {
            var type = composites[_random.Next(composites.Length)];
            _current = new Fragment("F" + i, type.Name);
            _current.Text = $"fragment {_current.Name} on {type.Name}{Directives("FRAGMENT_DEFINITION")} {SelectionSet(type, 3)}";
            _fragments.Add(_current);
        }
    }

    private string Operation()
    {
        var roots = _schema.Types.Where(type => type.Name is "Query" or "Mutation" || (type.Name == "Subscription" && _random.Next(4) == 0)).ToArray();
        Root = roots[_random.Next(roots.Length)].Name;
        _current = new Fragment("", Root);
        var selections = Root == "Subscription" ? $"{{ {Field(_schema.Find(Root)!, 3)} }}" : SelectionSet(_schema.Find(Root)!, 4);
        var variables = _current.Variables.Count == 0 ? "" : $"({string.Join(", ", _current.Variables.Select(Declare))})";
        return $"{Root.ToLowerInvariant()} Op{variables} {selections}";
    }

    private string Declare(string name)
    {
        var type = _variables[name];
        var isDefaulted = _random.Next(5) == 0;
        return $"${name}: {type}{(isDefaulted ? " = " + _schema.Literals.Literal(type, 2) : "")}";
    }

    private string SelectionSet(GeneratedType type, int depth)
    {
        var selections = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Selection(type, depth)).ToArray();
        return "{" + NewLine() + string.Join(NewLine(), selections) + NewLine() + "}";
    }

    private string Selection(GeneratedType type, int depth) => _random.Next(10) switch
    {
        0 => "__typename",
        1 when depth > 0 => Inline(type, depth),
        3 or 4 when _isIncremental && depth > 0 => Inline(type, depth),
        2 => Spread(type) ?? Field(type, depth),
        _ => Field(type, depth),
    };

    private string Inline(GeneratedType type, int depth)
    {
        var candidates = _schema.Composites.Where(candidate => Overlap(type, candidate)).ToArray();
        if (_random.Next(4) == 0 || candidates.Length == 0)
            return $"...{Directives("INLINE_FRAGMENT", isNeeded: !_isIncremental)}{Defer()} {SelectionSet(type, depth - 1)}";
        var condition = candidates[_random.Next(candidates.Length)];
        return $"... on {condition.Name}{Directives("INLINE_FRAGMENT")}{Defer()} {SelectionSet(condition, depth - 1)}";
    }

    private string? Spread(GeneratedType type)
    {
        var candidates = _fragments.Where(fragment => fragment != _current && Overlap(type, _schema.Find(fragment.Type)!)).ToArray();
        if (candidates.Length == 0)
            return null;
        var fragment = candidates[_random.Next(candidates.Length)];
        _current.Use(fragment);
        return $"...{fragment.Name}{Directives("FRAGMENT_SPREAD")}{Defer()}";
    }

    private string Field(GeneratedType type, int depth)
    {
        var fields = type.Fields.Where(field => depth > 0 || _schema.Find(field.Type.NamedType) is not { IsComposite: true }).ToArray();
        if (fields.Length == 0)
            return "__typename";
        var field = fields[_random.Next(fields.Length)];
        var arguments = Arguments(field);
        var alias = arguments.Length > 0 || _random.Next(6) == 0 ? $"x{_random.Next(8) switch { 0 => _random.Next(4), _ => 4 + _aliases++ }}: " : "";
        var below = _schema.Find(field.Type.NamedType) is { IsComposite: true } target ? " " + SelectionSet(target, depth - 1) : "";
        return alias + field.Name + arguments + Directives("FIELD") + Stream(field) + below;
    }

    private string Arguments(GeneratedField field)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired || _random.Next(2) == 0).ToArray();
        return given.Length == 0 ? "" : $"({string.Join(", ", given.Select(argument => $"{argument.Name}: {Value(argument)}"))})";
    }

    private string Value(GeneratedInput argument) => WithVariables().Literal(argument.Type, 3);

    private LiteralGenerator WithVariables() => new(_schema, _random) { Variable = Variable };

    private string Variable(TypeReference type)
    {
        var stricter = _random.Next(3) == 0 ? type with { IsNonNull = true } : type;
        var name = _variables.FirstOrDefault(variable => variable.Value == stricter && _random.Next(2) == 0).Key;
        if (name is null)
        {
            name = "v" + _variables.Count;
            _variables.Add(name, stricter);
        }

        _current.Variables.Add(name);
        return "$" + name;
    }

    private string Directives(string place, bool isNeeded = false)
    {
        var isConditional = place is "FIELD" or "INLINE_FRAGMENT" or "FRAGMENT_SPREAD" && _current.Type != "Subscription";
        if (isConditional && (isNeeded || _random.Next(8) == 0))
            return $" @{(_random.Next(2) == 0 ? "skip" : "include")}(if: {WithVariables().Literal(new TypeReference("Boolean", null, true), 0)})";
        return place is "FIELD" or "FRAGMENT_SPREAD" && _random.Next(20) == 0 ? " @note(text: \"a\") @note(level: 3)" : "";
    }

    private string Defer() => _isIncremental && _random.Next(3) > 0 ? $" @defer{Delivery("")}" : "";

    // Not on root fields of a mutation, where a rule forbids it; the document is passed over then.
    private string Stream(GeneratedField field) => _isIncremental && field.Type.Item is not null && _random.Next(3) == 0
        ? $" @stream{Delivery(_random.Next(3) == 0 ? "" : $"initialCount: {_random.Next(3)}")}"
        : "";

    private string Delivery(string first)
    {
        var arguments = new List<string>();
        if (first.Length > 0)
            arguments.Add(first);
        if (_random.Next(3) == 0)
            arguments.Add($"label: \"L{_labels++}\"");
        if (_random.Next(4) == 0)
            arguments.Add($"if: {WithVariables().Literal(new TypeReference("Boolean", null, true), 0)}");
        return arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private bool Overlap(GeneratedType a, GeneratedType b) => Possible(a).Intersect(Possible(b)).Any();

    private static IEnumerable<string> Possible(GeneratedType type) => type.IsAbstract ? type.Members : [type.Name];

    private string NewLine() => _random.Next(4) switch { 0 => "\n", 1 => "\r\n  ", 2 => " , ", _ => "\n    " };

    /// <summary>A fragment, or the operation, with what it takes along.</summary>
    private sealed record Fragment(string Name, string Type)
    {
        public string Text { get; set; } = "";

        public SortedSet<string> Variables { get; } = new(StringComparer.Ordinal);

        public HashSet<Fragment> Reached { get; } = new(ReferenceEqualityComparer.Instance);

        public void Use(Fragment other)
        {
            Reached.Add(other);
            Reached.UnionWith(other.Reached);
            Variables.UnionWith(other.Variables);
        }
    }
}
