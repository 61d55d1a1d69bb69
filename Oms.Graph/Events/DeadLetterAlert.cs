using System.Text;
using Oms.Domain.Events;
using Oms.Domain.History;

namespace Oms.Graph.Events;

/// <summary>GraphQL type <c>DeadLetterAlert</c>.</summary>
internal sealed class DeadLetterAlert(EventRecord record)
{
    private readonly DeadLetterData data = CanonicalJson.Read<DeadLetterData>(Encoding.UTF8.GetBytes(record.Data.Text));

    public long Sequence => record.Sequence;

    public DateTimeOffset Time => record.Time;

    public string Target => data.Target;

    public long EventSequence => data.Sequence;

    public string EventId => data.EventId;

    public string EventType => data.EventType;

    public string Error => data.Error;

    public int Attempts => data.Attempts;

    public bool IsPoison => data.IsPoison;
}
