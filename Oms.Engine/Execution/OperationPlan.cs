using Oms.Engine.Caching;
using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>An operation, compiled once for all its requests.</summary>
/// <param name="Node">The operation in the document.</param>
/// <param name="Root">What is selected on the root type.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Authorized">The fields that not everybody may use, as far as they are known before a request.</param>
/// <param name="ArgumentSlots">How many fields have arguments that variables decide, as far as they are known before a request.</param>
internal sealed record OperationPlan(
    OperationDefinitionNode Node, ObjectPlan Root, VariablePlan[] Variables, FieldPlan[] Authorized, int ArgumentSlots)
{
    private long expectedLength;
    private volatile bool isPersonal;

    /// <summary>Whether an answer was once made with what belongs to the one who asked, so that answers to events are not shared.</summary>
    public bool IsPersonal
    {
        get => isPersonal;
        set => isPersonal = value;
    }

    /// <summary>What caches may do with its responses; null when nothing.</summary>
    public CachePolicy? Caching { get; init; }

    /// <summary>How long a response is likely to be: as long as the last one.</summary>
    public long ExpectedLength
    {
        get => Volatile.Read(ref expectedLength);
        // Written only when it changes much: every core reads it.
        set
        {
            if (value > expectedLength || value < expectedLength / 2)
                Volatile.Write(ref expectedLength, value);
        }
    }
}
