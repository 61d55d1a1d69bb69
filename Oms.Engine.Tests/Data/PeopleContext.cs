using Microsoft.EntityFrameworkCore;

namespace Oms.Engine.Tests.Data;

public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>().HasOne(p => p.Manager).WithMany().HasForeignKey(p => p.ManagerId);
        modelBuilder.Entity<Person>().HasMany(p => p.Pets).WithOne().HasForeignKey(p => p.PersonId);
    }
}
