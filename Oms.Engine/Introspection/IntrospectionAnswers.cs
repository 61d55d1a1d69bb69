using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Oms.Engine.Execution;

namespace Oms.Engine.Introspection;

/// <summary>
/// The JSON of <c>__schema</c> and <c>__type</c> selections that no variable decides: a schema does not change, so that each is written once.
/// Tools that introspect send one of a handful of documents; few answers are kept, and all are let go when there are too many.
/// </summary>
internal sealed class IntrospectionAnswers
{
    private const int MaxAnswers = 16;
    private const int MaxBytes = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<FieldPlan, byte[]> known = new();

    /// <summary>Whether a field's answer is the same in every request.</summary>
    public static bool IsConstant(FieldPlan field)
    {
        if (field.ConstantArguments is not { Error: null } || !field.Authorize.IsEmpty)
            return false;
        if (field.Children is not { } children)
            return true;
        return children.Only is { Fault: null } only && Array.TrueForAll(only.Fields, IsConstant);
    }

    /// <summary>The answer that was kept.</summary>
    public bool TryGet(FieldPlan field, [NotNullWhen(true)] out byte[]? json) => known.TryGetValue(field, out json);

    /// <summary>Keeps an answer.</summary>
    public void Keep(FieldPlan field, byte[] json)
    {
        if (json.Length > MaxBytes)
            return;
        if (known.Count >= MaxAnswers)
            known.Clear();
        known[field] = json;
    }
}
