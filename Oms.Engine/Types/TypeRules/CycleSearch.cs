namespace Oms.Engine.Types.TypeRules;

/// <summary>
/// Finds circles in a graph whose edges are fields, depth first and without recursion: the chain may be as long as the schema.
/// </summary>
/// <typeparam name="TNode">The nodes.</typeparam>
/// <param name="edges">The edges that leave a node, each with the node it leads to.</param>
internal sealed class CycleSearch<TNode>(Func<TNode, IEnumerable<(InputValueDefinition Field, TNode Target)>> edges)
    where TNode : class
{
    private readonly HashSet<TNode> _visited = [];
    private readonly Dictionary<TNode, int> _depthOf = [];
    private readonly List<InputValueDefinition> _path = [];
    private readonly Stack<(TNode Node, IEnumerator<(InputValueDefinition Field, TNode Target)> Edges)> _stack = new();

    /// <summary>The circles that can be reached from a node and were not found before.</summary>
    /// <param name="start">The node.</param>
    /// <returns>The fields of each circle.</returns>
    public IEnumerable<IReadOnlyList<InputValueDefinition>> From(TNode start)
    {
        if (!TryEnter(start))
            yield break;
        while (_stack.TryPeek(out var top))
        {
            if (!top.Edges.MoveNext())
            {
                Leave();
                continue;
            }

            var (field, target) = top.Edges.Current;
            _path.Add(field);
            if (_depthOf.TryGetValue(target, out var depth))
            {
                yield return _path[depth..];
                _path.RemoveAt(_path.Count - 1);
            }
            else if (!TryEnter(target))
            {
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private bool TryEnter(TNode node)
    {
        if (!_visited.Add(node))
            return false;
        _depthOf.Add(node, _stack.Count);
        _stack.Push((node, edges(node).GetEnumerator()));
        return true;
    }

    private void Leave()
    {
        var (node, enumerator) = _stack.Pop();
        enumerator.Dispose();
        _depthOf.Remove(node);
        if (_path.Count > 0)
            _path.RemoveAt(_path.Count - 1);
    }
}
