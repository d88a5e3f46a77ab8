package cadran.server.auth;

import cadran.model.ids.OrganisationId;
import cadran.model.ids.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code app_user}, which belong to no organisation and can be reached from every transaction. */
public final class AccountStore {
    public Optional<Account> byEmail(Handle handle, String canonicalEmail) {
        return handle.createQuery("select * from app_user where email = :email")
                .bind("email", canonicalEmail)
                .map((row, context) -> account(row))
                .findOne();
    }

    public Optional<Account> byId(Handle handle, UserId id) {
        return handle.createQuery("select * from app_user where id = :id")
                .bind("id", id.value())
                .map((row, context) -> account(row))
                .findOne();
    }

    /** Holds whoever wants to change where the person belongs and what opens the account. */
    public void lock(Handle handle, UserId id) {
        handle.createQuery("select id from app_user where id = :id for update")
                .bind("id", id.value())
                .mapTo(UUID.class)
                .one();
    }

    public boolean isEmpty(Handle handle) {
        return handle.createQuery("select count(*) from app_user")
                        .mapTo(Long.class)
                        .one()
                == 0;
    }

    public void insert(Handle handle, Account account, Instant now) {
        handle.createUpdate("""
                        insert into app_user (id, email, name, language, password_hash, epoch, operator, created_at)
                        values (:id, :email, :name, :language, :passwordHash, :epoch, :operator, :now)
                        """)
                .bind("id", account.id().value())
                .bind("email", account.email())
                .bind("name", account.name())
                .bind("language", account.language())
                .bind("passwordHash", account.passwordHash())
                .bind("epoch", account.epoch())
                .bind("operator", account.operator())
                .bind("now", Times.utc(now))
                .execute();
    }

    public List<Account> operators(Handle handle) {
        return handle.createQuery("select * from app_user where operator order by name, id")
                .map((row, context) -> account(row))
                .list();
    }

    /** Whoever may take the last operator away waits here for the others. */
    public List<Account> lockOperators(Handle handle) {
        return handle.createQuery("select * from app_user where operator order by id for update")
                .map((row, context) -> account(row))
                .list();
    }

    /** Whether that changed anything. */
    public boolean setOperator(Handle handle, UserId id, boolean operator) {
        return handle.createUpdate("update app_user set operator = :operator where id = :id and operator <> :operator")
                        .bind("operator", operator)
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    /** Active members of an organisation that isn't suspended; an operator who can't get in runs nothing. */
    public int operatorsWhoCanSignIn(Handle handle) {
        return handle.createQuery("""
                        select count(distinct u.id) from app_user u
                        join user_organisation p on p.user_id = u.id
                        join organisation o on o.id = p.organisation_id and o.state = 'ACTIVE'
                        where u.operator
                        """).mapTo(Integer.class).one();
    }

    /** Ends all sessions of the person, wherever they are. */
    void replacePassword(Handle handle, UserId id, String hash) {
        handle.createUpdate("update app_user set password_hash = :hash, epoch = epoch + 1 where id = :id")
                .bind("hash", hash)
                .bind("id", id.value())
                .execute();
    }

    /** The same password at today's cost, unless it was replaced meanwhile. */
    void rehash(Handle handle, Account account, String hash) {
        handle.createUpdate("""
                        update app_user set password_hash = :hash where id = :id and password_hash = :old
                        """)
                .bind("hash", hash)
                .bind("id", account.id().value())
                .bind("old", account.passwordHash())
                .execute();
    }

    /** Where the person is an active member. */
    public List<OrganisationId> organisations(Handle handle, UserId id) {
        return handle.createQuery("""
                        select organisation_id from user_organisation where user_id = :user order by organisation_id
                        """)
                .bind("user", id.value())
                .map((row, context) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("password_hash"),
                row.getInt("epoch"),
                row.getBoolean("operator"));
    }
}
