namespace Oms.Storage.Rows;

/// <summary>An audit entry: what it is filtered by in columns, the rest as JSON.</summary>
internal sealed class AuditRow
{
    public long Sequence { get; set; }

    public string Id { get; set; } = "";

    /// <summary>Milliseconds since 1970.</summary>
    public long Time { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string TargetType { get; set; } = "";

    public string TargetId { get; set; } = "";

    public string? Branch { get; set; }

    public bool Success { get; set; }

    public string Hash { get; set; } = "";

    public byte[] Content { get; set; } = [];
}
