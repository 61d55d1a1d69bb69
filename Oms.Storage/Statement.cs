using System.Data.Common;

namespace Oms.Storage;

/// <summary>A statement prepared once on the writing connection and run many times.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand command;
    private readonly StatementProbe probe;

    internal Statement(DbConnection connection, StatementProbe probe, string sql, params ReadOnlySpan<string> parameters)
    {
        this.probe = probe;
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }

    internal int Run(params ReadOnlySpan<object?> values) => Bind(values).ExecuteNonQuery();

    internal object? Scalar(params ReadOnlySpan<object?> values) => Bind(values).ExecuteScalar();

    internal DbDataReader Read(params ReadOnlySpan<object?> values) => Bind(values).ExecuteReader();

    public void Dispose() => command.Dispose();

    private DbCommand Bind(ReadOnlySpan<object?> values)
    {
        probe.BeforeRun?.Invoke();
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
