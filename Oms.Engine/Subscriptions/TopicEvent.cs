using Oms.Engine.Execution;

namespace Oms.Engine.Subscriptions;

/// <summary>One message that was sent to a topic, and the answers to it: those who asked the same are sent the same bytes, written once.</summary>
/// <param name="message">The message.</param>
internal sealed class TopicEvent(object? message)
{
    private readonly List<SharedAnswer> answers = new(1);

    /// <summary>The message.</summary>
    public object? Message { get; } = message;

    /// <summary>The answer for all who sent this operation with these variables, when somebody makes it or has made it.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="variables">Its variables as they were sent.</param>
    /// <returns>The answer; null when nobody asked before, or it is for one subscriber only.</returns>
    public ValueTask<OperationResult?> TryGetAsync(OperationPlan plan, ReadOnlyMemory<byte> variables)
    {
        lock (answers)
        {
            foreach (var answer in answers)
                if (answer.IsFor(plan, variables.Span))
                    return answer.ReadAsync();
        }

        return default;
    }

    /// <summary>The answer for all who sent this operation with these variables.</summary>
    /// <param name="plan">The operation.</param>
    /// <param name="variables">Its variables as they were sent.</param>
    /// <param name="isFirst">Whether nobody asked before, and the caller has to make the answer.</param>
    public SharedAnswer Join(OperationPlan plan, ReadOnlyMemory<byte> variables, out bool isFirst)
    {
        lock (answers)
        {
            foreach (var answer in answers)
            {
                if (answer.IsFor(plan, variables.Span))
                {
                    isFirst = false;
                    return answer;
                }
            }

            isFirst = true;
            var made = new SharedAnswer(plan, variables);
            answers.Add(made);
            return made;
        }
    }
}
