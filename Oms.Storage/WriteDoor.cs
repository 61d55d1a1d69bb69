using System.Data;
using System.Data.Common;
using System.Threading.Channels;
using Oms.Domain.Storage;

namespace Oms.Storage;

/// <summary>
/// The one door through which everything is written: a queue and a thread with the only writing connection, so that writers wait in
/// line instead of meeting a busy database. Changes that wait together are made durable by one commit.
/// </summary>
internal sealed class WriteDoor : IAsyncDisposable
{
    // Enough to share a sync among all that came during the last one; few enough that the first does not wait long for the last.
    private const int MaxBatch = 64;
    private const int MaxWaiting = 1024;

    private readonly Database database;
    private DbConnection connection;
    private WriteStatements sql;
    private ChangeWriter writer;
    private readonly Channel<Waiting> queue;
    private readonly Thread thread;

    internal WriteDoor(Database database, DbConnection connection)
    {
        this.database = database;
        this.connection = connection;
        sql = new WriteStatements(connection, database, Probe);
        writer = new ChangeWriter(sql);
        queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
        thread = new Thread(Serve) { Name = "store writer", IsBackground = true };
        thread.Start();
    }

    internal StatementProbe Probe { get; } = new();

    /// <summary>Hands a change in; the answer comes when it is durable or turned away. A change that has begun is not cancelled.</summary>
    internal async ValueTask<CommitOutcome> CommitAsync(Change change, CancellationToken cancellationToken) =>
        (CommitOutcome)await HandInAsync(new Waiting((_, w) => w.Write(change), cancellationToken), cancellationToken);

    /// <summary>Writes in a transaction of the door what leaves all content as it is.</summary>
    internal async ValueTask<T> RunAsync<T>(Func<WriteStatements, T> write, CancellationToken cancellationToken) where T : notnull =>
        (T)await HandInAsync(new Waiting((s, _) => write(s), cancellationToken), cancellationToken);

    /// <summary>Runs a statement that no transaction may hold, between the changes.</summary>
    internal async ValueTask RunOutsideAsync(string statement, CancellationToken cancellationToken) =>
        await HandInAsync(new Waiting((_, _) => true, cancellationToken) { Outside = statement }, cancellationToken);

    private async ValueTask<object> HandInAsync(Waiting waiting, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await queue.Writer.WriteAsync(waiting, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(database.Description);
        }

        return await waiting.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.Run(thread.Join);
        sql.Dispose();
        await connection.DisposeAsync();
    }

    private void Serve()
    {
        var batch = new List<Waiting>(MaxBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            Waiting? outside = null;
            while (outside is null && batch.Count < MaxBatch && queue.Reader.TryRead(out var waiting))
                if (waiting.Cancellation.IsCancellationRequested)
                    waiting.Done.TrySetCanceled(waiting.Cancellation);
                else if (waiting.Outside is null)
                    batch.Add(waiting);
                else
                    outside = waiting;
            Carry(batch);
            batch.Clear();
            if (outside is not null)
                RunOutside(outside);
        }
    }

    private void Carry(List<Waiting> batch)
    {
        if (batch.Count == 0 || TryTogether(batch))
            return;
        // One of them failed and took the others' work with it; each alone shows which, and spares the rest.
        foreach (var waiting in batch)
            Alone(waiting);
    }

    private bool TryTogether(List<Waiting> batch)
    {
        if (batch.Count == 1)
            return false;
        var outcomes = new object[batch.Count];
        var atCommit = false;
        try
        {
            Reopen();
            sql.Begin.Run();
            for (var i = 0; i < outcomes.Length; i++)
                outcomes[i] = batch[i].Write(sql, writer);
            atCommit = true;
            sql.Commit.Run();
        }
        catch (Exception failure)
        {
            database.Rollback(connection);
            // Where the commit itself may have taken effect, trying again could do everything twice.
            if (atCommit && Explain(failure, atCommit) is StoreException { IsOutcomeUnknown: true } unknown)
            {
                batch.ForEach(waiting => waiting.Done.TrySetException(unknown));
                return true;
            }

            return false;
        }

        for (var i = 0; i < outcomes.Length; i++)
            batch[i].Done.TrySetResult(outcomes[i]);
        return true;
    }

    private void Alone(Waiting waiting)
    {
        var atCommit = false;
        try
        {
            Reopen();
            sql.Begin.Run();
            var outcome = waiting.Write(sql, writer);
            atCommit = true;
            sql.Commit.Run();
            waiting.Done.TrySetResult(outcome);
        }
        catch (Exception failure)
        {
            database.Rollback(connection);
            waiting.Done.TrySetException(Explain(failure, atCommit));
        }
    }

    private void RunOutside(Waiting waiting)
    {
        try
        {
            Reopen();
            using var command = connection.CreateCommand();
            command.CommandText = waiting.Outside;
            command.ExecuteNonQuery();
            waiting.Done.TrySetResult(true);
        }
        catch (Exception failure)
        {
            waiting.Done.TrySetException(Explain(failure, false));
        }
    }

    // A connection over a network can break; the next change opens another, or is told why there is none.
    private void Reopen()
    {
        if (connection.State == ConnectionState.Open)
            return;
        sql.Dispose();
        connection.Dispose();
        connection = database.OpenWriter();
        sql = new WriteStatements(connection, database, Probe);
        writer = new ChangeWriter(sql);
    }

    private Exception Explain(Exception failure, bool atCommit) => failure switch
    {
        DbException row when database.IsMisuse(row) => new ArgumentException($"the change breaks a rule of the tables: {row.Message}", row),
        DbException other => database.Explain(other, atCommit),
        _ => failure,
    };

    private sealed record Waiting(Func<WriteStatements, ChangeWriter, object> Write, CancellationToken Cancellation)
    {
        /// <summary>A statement to run by itself instead; null for none.</summary>
        internal string? Outside { get; init; }

        internal TaskCompletionSource<object> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
