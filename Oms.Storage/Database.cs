using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Oms.Domain.Storage;
using Oms.Storage.Schema;

namespace Oms.Storage;

/// <summary>
/// The one place where database products differ. Everything else of the store is the same text for all of them, compiled against the
/// EF Core that serves the product.
/// </summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>What and where, for messages; without secrets.</summary>
    internal abstract string Description { get; }

    /// <summary>Starts a transaction that will write and that no other writer can overtake.</summary>
    internal abstract string BeginWrite { get; }

    /// <summary>Ends a transaction that has written, and tells other processes of it where there can be any.</summary>
    internal virtual string CommitWrite => "COMMIT";

    /// <summary>True when other processes can write the database.</summary>
    internal virtual bool IsShared => false;

    /// <summary>What a select of the log head ends with, so that it is locked until the transaction ends.</summary>
    internal abstract string LockSuffix { get; }

    /// <summary>The collation of every text column, so that texts compare by their code points; null where the product does so by itself.</summary>
    internal abstract string? TextCollation { get; }

    /// <summary>A select of the database's own clock: milliseconds since 1970 as a 64-bit integer.</summary>
    internal abstract string TimeQuery { get; }

    /// <summary>Tells EF Core which provider to use, and where.</summary>
    internal abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>An open connection that may write, its safety settings made and read back.</summary>
    /// <exception cref="StoreException">The store can not be opened, or would not be safe.</exception>
    internal abstract DbConnection OpenWriter();

    /// <summary>An open connection for reading committed state.</summary>
    internal abstract DbConnection OpenReader();

    /// <summary>Completes when another process may have written; never where none can.</summary>
    internal virtual async ValueTask WaitForNewsAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);

    /// <summary>True when there is anything in the database at all.</summary>
    internal abstract bool HasTables(DbConnection connection);

    /// <summary>What makes a table refuse changes and deletions of rows.</summary>
    internal abstract IEnumerable<string> AppendOnly(string table);

    /// <summary>What lets contents of an append-only table give way to their places in packs, and still refuses every other change.</summary>
    internal abstract IEnumerable<string> Packable(PackableTable table);

    /// <summary>Starts a transaction that reads one state of everything.</summary>
    internal abstract string BeginRead { get; }

    /// <summary>A select of the bytes that the store takes on disk, as a 64-bit integer.</summary>
    internal abstract string SizeQuery { get; }

    /// <summary>A select of the per cent of the store that are free inside and could be given back, as a 64-bit integer.</summary>
    internal abstract string FreeQuery { get; }

    /// <summary>Statements that give free space back to the disk.</summary>
    internal abstract IReadOnlyList<string> GiveSpaceBack { get; }

    /// <summary>What the product finds broken in its own files, in its words; none where it can not be asked.</summary>
    internal virtual IEnumerable<string> FindDamage(DbConnection connection) => [];

    /// <summary>Ends a failed transaction, also one that the database has ended by itself.</summary>
    internal abstract void Rollback(DbConnection connection);

    /// <summary>The failure in the store's own words.</summary>
    internal abstract StoreException Explain(DbException failure, bool atCommit);

    /// <summary>True when a row broke a rule of the tables: a bug of the caller, not a failure of the store.</summary>
    internal abstract bool IsMisuse(DbException failure);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
