using System.Data.Common;

namespace Oms.Storage;

/// <summary>Selects rows on a connection, past EF Core: what a check or a compaction reads is each row as it stands.</summary>
internal static class ConnectionExtensions
{
    /// <summary>Every row of a select; values stand in it as <c>@p0</c>, <c>@p1</c> …</summary>
    internal static List<T> Select<T>(this DbConnection connection, string sql, Func<DbDataReader, T> row, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i;
            parameter.Value = values[i];
            command.Parameters.Add(parameter);
        }

        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read())
            all.Add(row(reader));
        return all;
    }
}
