using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;
using Oms.Storage.Packing;
using Oms.Storage.Rows;
using Oms.Storage.Schema;

namespace Oms.Storage;

/// <summary>The store on a relational database. Writes go through the <see cref="WriteDoor"/>; reads see committed state only.</summary>
internal sealed class RelationalStore : IStore
{
    // Under the number of parameters that every supported database takes in one statement.
    private const int MaxParameters = 500;
    private const int MaxFoundCommits = 10;
    private const int MinPrefix = 4;

    private readonly Database database;
    private readonly DbContextOptions<StoreContext> options;
    private readonly WriteDoor door;
    private readonly PackReader packs;

    private RelationalStore(Database database, DbContextOptions<StoreContext> options, WriteDoor door)
    {
        this.database = database;
        this.options = options;
        this.door = door;
        packs = new PackReader(database);
    }

    internal StatementProbe Probe => door.Probe;

    /// <summary>Opens a store, bringing its tables forward.</summary>
    /// <exception cref="StoreException">The store can not be opened, is newer, or would not be safe.</exception>
    internal static RelationalStore Open(Database database, IReadOnlyList<SchemaStep>? steps = null)
    {
        var builder = new DbContextOptionsBuilder<StoreContext>();
        database.Configure(builder);
        var connection = database.OpenWriter();
        try
        {
            using (var context = new StoreContext(builder.Options))
                new SchemaMigrator(database, context, steps ?? SchemaSteps.All).Migrate(connection);
            return new RelationalStore(database, builder.Options, new WriteDoor(database, connection));
        }
        catch (DbException failure)
        {
            connection.Dispose();
            throw database.Explain(failure, false);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(Change change, CancellationToken cancellationToken)
    {
        ChangeShape.Check(change);
        return door.CommitAsync(change, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> GetTimeAsync(CancellationToken cancellationToken) => ReadAsync(async connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = database.TimeQuery;
        return DateTimeOffset.FromUnixTimeMilliseconds((long)(await command.ExecuteScalarAsync(cancellationToken))!);
    });

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> GetObjectAsync(ObjectHash hash, CancellationToken cancellationToken) =>
        (await GetObjectsAsync([hash], cancellationToken)).TryGetValue(hash, out var bytes) ? bytes : (ReadOnlyMemory<byte>?)null;

    /// <inheritdoc/>
    public ValueTask<ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>> GetObjectsAsync(
        IReadOnlyCollection<ObjectHash> hashes, CancellationToken cancellationToken) => ReadAsync(
        async connection =>
        {
            var found = ImmutableDictionary.CreateBuilder<ObjectHash, ReadOnlyMemory<byte>>();
            foreach (var some in hashes.Distinct().Chunk(MaxParameters))
                await ReadObjectsAsync(connection, some, found, cancellationToken);
            return found.ToImmutable();
        });

    /// <inheritdoc/>
    public ValueTask<CommitRecord?> GetCommitAsync(ObjectHash id, CancellationToken cancellationToken) => QueryAsync(async context =>
        await context.Set<CommitRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id.Value, cancellationToken) is { } row
            ? ToRecord(row)
            : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ObjectHash>> FindCommitsAsync(string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Length is < MinPrefix or > 64 || prefix.AsSpan().IndexOfAnyExcept("0123456789abcdef") >= 0)
            return new([]);
        var end = prefix + "g";
        return QueryAsync(async context => (await context.Set<CommitRow>().AsNoTracking()
                .Where(r => string.Compare(r.Id, prefix) >= 0 && string.Compare(r.Id, end) < 0)
                .OrderBy(r => r.Id).Select(r => r.Id).Take(MaxFoundCommits).ToListAsync(cancellationToken))
            .Select(ObjectHash.Trusted).ToImmutableArray());
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfElementAsync(ElementId element, CancellationToken cancellationToken) =>
        QueryAsync(async context => (await (
                from index in context.Set<CommitElementRow>().AsNoTracking()
                join row in context.Set<CommitRow>() on index.Commit equals row.Sequence
                where index.Element == element.Value
                orderby row.Sequence descending
                select row).ToListAsync(cancellationToken))
            .Select(ToRecord).ToImmutableArray());

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<CommitRecord>> GetCommitsOfIssueAsync(string issue, CancellationToken cancellationToken) =>
        QueryAsync(async context => (await (
                from index in context.Set<CommitIssueRow>().AsNoTracking()
                join row in context.Set<CommitRow>() on index.Commit equals row.Sequence
                where index.Issue == issue
                orderby row.Sequence descending
                select row).ToListAsync(cancellationToken))
            .Select(ToRecord).ToImmutableArray());

    /// <inheritdoc/>
    public ValueTask<Branch?> GetBranchAsync(BranchName name, CancellationToken cancellationToken) => QueryAsync(async context =>
        await context.Set<BranchRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Name == name.Value, cancellationToken) is { } row
            ? CanonicalJson.Read<Branch>(row.Content)
            : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<Branch>> GetBranchesAsync(CancellationToken cancellationToken) => QueryAsync(async context =>
        (await context.Set<BranchRow>().AsNoTracking().ToListAsync(cancellationToken))
            .Select(r => CanonicalJson.Read<Branch>(r.Content)).OrderBy(b => b.Name).ToImmutableArray());

    /// <inheritdoc/>
    public ValueTask<ObjectHash?> GetHeadAtAsync(BranchName name, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var moment = time.ToUnixTimeMilliseconds();
        return QueryAsync(async context => await context.Set<BranchHeadRow>().AsNoTracking()
                .Where(r => r.Branch == name.Value && r.Since <= moment)
                .OrderByDescending(r => r.Version).Select(r => r.Head).FirstOrDefaultAsync(cancellationToken) is { } head
            ? ObjectHash.Trusted(head)
            : (ObjectHash?)null);
    }

    /// <inheritdoc/>
    public ValueTask<Page<AuditEntry>> GetAuditAsync(AuditFilter filter, long? before, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return QueryAsync(async context =>
        {
            var matching = AuditQuery.Of(context, filter);
            // A log without gaps counts itself; only a narrowed one has to be counted.
            var total = filter == new AuditFilter()
                ? await context.Set<LogHeadRow>().Select(r => r.Audit).FirstAsync(cancellationToken)
                : await matching.LongCountAsync(cancellationToken);
            var page = before is { } sequence ? matching.Where(r => r.Sequence < sequence) : matching;
            var rows = await page.OrderByDescending(r => r.Sequence).Take(count + 1).ToListAsync(cancellationToken);
            return new Page<AuditEntry>([.. rows.Take(count).Select(ToEntry)], total, rows.Count > count);
        });
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<AuditEntry>> GetAuditAfterAsync(long sequence, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return QueryAsync(async context => (await context.Set<AuditRow>().AsNoTracking()
                .Where(r => r.Sequence > sequence).OrderBy(r => r.Sequence).Take(count).ToListAsync(cancellationToken))
            .Select(ToEntry).ToImmutableArray());
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<EventRecord>> GetEventsAfterAsync(long sequence, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return QueryAsync(async context => (await context.Set<EventRow>().AsNoTracking()
                .Where(r => r.Sequence > sequence).OrderBy(r => r.Sequence).Take(count).Select(r => r.Content).ToListAsync(cancellationToken))
            .Select(content => CanonicalJson.Read<EventRecord>(packs.Read(content))).ToImmutableArray());
    }

    /// <inheritdoc/>
    public ValueTask<long> GetLastSequenceAsync(CancellationToken cancellationToken) =>
        QueryAsync(async context => await context.Set<LogHeadRow>().Select(r => r.Events).FirstAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> GetDocumentAsync(string kind, string key, CancellationToken cancellationToken) => QueryAsync(async context =>
        await context.Set<DocumentRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Kind == kind && r.Key == key, cancellationToken) is { } row
            ? ToDocument(row)
            : null);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<StoredDocument>> GetDocumentsAsync(string kind, string? after, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var from = after ?? string.Empty;
        return QueryAsync(async context => (await context.Set<DocumentRow>().AsNoTracking()
                .Where(r => r.Kind == kind && string.Compare(r.Key, from) > 0).OrderBy(r => r.Key).Take(count).ToListAsync(cancellationToken))
            .Select(ToDocument).ToImmutableArray());
    }

    /// <inheritdoc/>
    public bool IsShared => database.IsShared;

    /// <inheritdoc/>
    public async ValueTask WaitForNewsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.WaitForNewsAsync(cancellationToken);
        }
        catch (DbException failure)
        {
            throw database.Explain(failure, false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IdempotentAnswer?> GetAnswerAsync(string key, CancellationToken cancellationToken) => QueryAsync(async context =>
        await context.Set<AnswerRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Key == key, cancellationToken) is { } row
            ? new IdempotentAnswer(row.Key, row.RequestHash, row.Answer, new DateTimeOffset(row.Time, TimeSpan.Zero))
            : null);

    /// <inheritdoc/>
    public async ValueTask<CompactionOutcome> CompactAsync(CompactionExtent extent, CancellationToken cancellationToken)
    {
        try
        {
            return await new Compaction(database, door, packs, this).RunAsync(extent, cancellationToken);
        }
        catch (DbException failure)
        {
            throw database.Explain(failure, false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        await database.DisposeAsync();
    }

    private AuditEntry ToEntry(AuditRow row) => AuditQuery.ToEntry(row, packs.Read(row.Content));

    private static StoredDocument ToDocument(DocumentRow row) => new(row.Kind, row.Key, row.Version, row.Content);

    private CommitRecord ToRecord(CommitRow row) => new(
        ObjectHash.Trusted(row.Id),
        CanonicalJson.Read<Commit>(packs.Read(row.Content)),
        row.Generation,
        CanonicalJson.Read<ImmutableArray<ElementChange>>(packs.Read(row.Changes)));

    private async Task ReadObjectsAsync(
        DbConnection connection,
        ObjectHash[] hashes,
        ImmutableDictionary<ObjectHash, ReadOnlyMemory<byte>>.Builder found,
        CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        for (var i = 0; i < hashes.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@h" + i;
            parameter.Value = Convert.FromHexString(hashes[i].Value);
            command.Parameters.Add(parameter);
        }

        command.CommandText = "SELECT bytes FROM objects WHERE hash IN ("
            + string.Join(',', Enumerable.Range(0, hashes.Length).Select(i => "@h" + i)) + ")";
        var asked = hashes.ToHashSet();
        using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var bytes = packs.Read((byte[])reader.GetValue(0));
            var hash = ObjectHash.Of(bytes);
            if (!asked.Contains(hash))
                throw new StoreException("STORE_DAMAGED", $"An object in {database.Description} is not what its name says: its bytes hash to {hash}.");
            found[hash] = bytes;
        }
    }

    private async ValueTask<T> QueryAsync<T>(Func<StoreContext, Task<T>> query)
    {
        try
        {
            using var context = new StoreContext(options);
            return await query(context);
        }
        catch (DbException failure)
        {
            throw database.Explain(failure, false);
        }
    }

    private async ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read)
    {
        try
        {
            using var connection = database.OpenReader();
            return await read(connection);
        }
        catch (DbException failure)
        {
            throw database.Explain(failure, false);
        }
    }
}
