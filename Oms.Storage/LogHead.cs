namespace Oms.Storage;

/// <summary>The last numbers given, and the end of the audit chain.</summary>
internal readonly record struct LogHead(long Events, long Audit, string AuditHash, long Commits);
