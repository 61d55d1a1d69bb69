using System.Globalization;

namespace Oms.Domain.Audit;

/// <summary>The one rule for ids of audit entries (domain.md 6.9).</summary>
public static class AuditId
{
    private const int MaxTarget = 50;

    /// <summary>
    /// An id of the form <c>audit-oms:{type}:{target}:{verb}:{yyyyMMddTHHmmssZ}:{unique}</c>. Of the target only its first 50
    /// characters are kept, in lower case, with a hyphen for what is neither letter, digit, point nor underscore.
    /// </summary>
    public static string Of(string targetType, string targetId, string verb, DateTimeOffset time, Guid unique) => string.Create(
        CultureInfo.InvariantCulture,
        $"audit-oms:{targetType}:{Clean(targetId)}:{verb}:{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}:{unique:D}");

    private static string Clean(string target) => string.Create(Math.Min(target.Length, MaxTarget), target, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '_' ? char.ToLowerInvariant(text[i]) : '-';
    });
}
