using Oms.Engine.Language;

namespace Oms.Engine.Validation.Rules;

/// <summary>A fragment does not spread itself, nor through others.</summary>
/// <remarks>
/// It would never end. Each circle is reported once, with the spreads that make it.
/// <see href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles"/>
/// </remarks>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    // The fragments being explored, by their place in the chain of spreads that led to them.
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Stack<Exploration> _explorations = new();

    public override ValidationEvents Events => ValidationEvents.EnterFragment;

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        Explore(fragment);
        while (_explorations.TryPeek(out var current) && !Context.IsAborted)
        {
            if (current.TryNext(out var spread))
                Follow(spread);
            else
                Leave();
        }
    }

    private void Explore(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
            return;
        _depths[name] = _path.Count;
        _explorations.Push(new Exploration(name, [.. Context.GetSpreads(fragment.SelectionSet)]));
    }

    private void Follow(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (_depths.TryGetValue(name, out var depth))
        {
            ReportCycle(spread, depth);
        }
        else if (!_visited.Contains(name) && Context.FindFragment(name) is { } fragment)
        {
            _path.Add(spread);
            Explore(fragment);
        }
    }

    private void Leave()
    {
        _depths.Remove(_explorations.Pop().Name);
        if (_path.Count > 0)
            _path.RemoveAt(_path.Count - 1);
    }

    private void ReportCycle(FragmentSpreadNode spread, int depth)
    {
        var cycle = new Location[_path.Count - depth + 1];
        if (!Context.Spend(cycle.Length))
            return;
        for (var i = depth; i < _path.Count; i++)
            cycle[i - depth] = _path[i].Location;
        cycle[^1] = spread.Location;
        Context.Report($"Fragment \"{ValidationContext.Shorten(spread.Name.Value)}\" spreads itself{(cycle.Length > 1 ? " through others" : "")}.", cycle);
    }

    private sealed class Exploration(string name, FragmentSpreadNode[] spreads)
    {
        private int _next;

        public string Name { get; } = name;

        public bool TryNext(out FragmentSpreadNode spread)
        {
            spread = _next < spreads.Length ? spreads[_next] : null!;
            return _next++ < spreads.Length;
        }
    }
}
