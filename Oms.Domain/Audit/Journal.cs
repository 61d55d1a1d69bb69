using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Events;
using Oms.Domain.History;

namespace Oms.Domain.Audit;

/// <summary>Collects what one decision leaves in the audit log and tells as events. For one decision, on one thread.</summary>
/// <param name="context">Who decides what, when.</param>
internal sealed class Journal(CommandContext context)
{
    private readonly ImmutableArray<AuditEntry>.Builder entries = ImmutableArray.CreateBuilder<AuditEntry>();
    private readonly ImmutableArray<EventRecord>.Builder events = ImmutableArray.CreateBuilder<EventRecord>();

    /// <summary>Who decides what, when.</summary>
    internal CommandContext Context => context;

    /// <summary>The entries, in the order they were made.</summary>
    internal ImmutableArray<AuditEntry> Entries => entries.ToImmutable();

    /// <summary>The events, in the order they were told.</summary>
    internal ImmutableArray<EventRecord> Events => events.ToImmutable();

    /// <summary>Adds an entry; identity, time, actor and correlation are filled in.</summary>
    /// <param name="targetType">The kind of target.</param>
    /// <param name="targetId">The target.</param>
    /// <param name="verb">What was done to it.</param>
    /// <param name="details">Adds what else is known of it.</param>
    internal void Record(string targetType, string targetId, string verb, Func<AuditEntry, AuditEntry> details) =>
        entries.Add(details(new AuditEntry
        {
            Id = AuditId.Of(targetType, targetId, verb, context.Time, context.NewId()),
            Time = context.Time,
            Actor = context.Actor,
            Action = $"{targetType}.{verb}",
            TargetType = targetType,
            TargetId = targetId,
            Success = true,
            CorrelationId = context.CorrelationId,
        }));

    /// <summary>Tells an event about a branch, or about something else on it that <paramref name="subject"/> names.</summary>
    internal void Tell<TData>(string type, string branch, TData data, string? commit = null, string? author = null, string? subject = null) =>
        Add(type, subject ?? $"branch/{branch}", data, branch, commit, author);

    /// <summary>Tells an event about something else; its id.</summary>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    /// <param name="subject">What it is about, <c>{resource type}/{id}</c>.</param>
    /// <param name="data">Its data.</param>
    internal string TellAbout<TData>(string type, string subject, TData data) => Add(type, subject, data, null, null, null);

    private string Add<TData>(string type, string subject, TData data, string? branch, string? commit, string? author)
    {
        var id = context.NewId().ToString("D");
        events.Add(new EventRecord
        {
            Id = id,
            Type = type,
            Subject = subject,
            Time = context.Time,
            Branch = branch,
            Commit = commit,
            Author = author ?? context.Actor.Subject,
            CorrelationId = context.CorrelationId,
            Data = CanonicalJson.Literal(data),
        });
        return id;
    }
}
